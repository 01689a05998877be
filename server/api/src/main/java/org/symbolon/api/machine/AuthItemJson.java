package org.symbolon.api.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.symbolon.command.machine.application.AuthItem;
import org.symbolon.command.machine.application.OfflineHash;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.FetchedItem;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/** What machines are handed, in the wire format: a list for each application. */
@Component
public class AuthItemJson {

    private static final String USERNAME = "username";
    private static final String SERIAL = "serial";
    private static final String RESPONSE = "response";
    private static final String REFILL_TOKEN = "refilltoken";

    private final UserDirectory users;
    private final Randomness randomness;

    AuthItemJson(UserDirectory users, Randomness randomness) {
        this.users = users;
        this.randomness = randomness;
    }

    Map<String, List<Map<String, Object>>> of(List<FetchedItem> items) {
        Map<TokenOwner, String> logins = users.loginsOf(items.stream()
                .filter(AuthItemJson::tellsItsOwner)
                .map(FetchedItem::owner)
                .collect(Collectors.toSet()));
        Map<String, List<Map<String, Object>>> byApplication = new TreeMap<>();
        items.forEach(item -> byApplication
                .computeIfAbsent(item.use().application(), application -> new ArrayList<>())
                .add(of(item, Optional.ofNullable(item.owner()).map(logins::get))));
        return byApplication;
    }

    private static boolean tellsItsOwner(FetchedItem fetched) {
        return fetched.owner() != null && !(fetched.item() instanceof AuthItem.ChallengeResponse);
    }

    /** What an application says goes before an option of the same name. */
    private Map<String, Object> of(FetchedItem fetched, Optional<String> owner) {
        Map<String, Object> json = new HashMap<>(fetched.use().options());
        json.put(SERIAL, null);
        if (fetched.item() instanceof AuthItem.AuthorizedKey key) {
            json.put("sshkey", key.line());
            owner.ifPresent(name -> json.put(USERNAME, name));
        }
        if (fetched.item() instanceof AuthItem.ChallengeResponse answer) {
            json.put("challenge", answer.challenge());
            json.put(RESPONSE, answer.response().reveal());
        }
        if (fetched.item() instanceof AuthItem.OfflineValues values) {
            putOffline(json, hashed(values), values.refillToken(), owner);
        }
        if (fetched.item() instanceof AuthItem.OfflineKey key) {
            putOffline(json, key.key(), key.refillToken(), owner);
        }
        return json;
    }

    private static void putOffline(
            Map<String, Object> json, Map<String, String> response, Secret refillToken, Optional<String> owner) {
        json.put(RESPONSE, response);
        json.put(REFILL_TOKEN, refillToken.reveal());
        owner.ifPresent(name -> {
            json.put("user", name);
            json.put(USERNAME, name);
        });
    }

    /** What the machine gets at which somebody has just logged in. */
    public Map<String, Object> ofLogin(FetchedItem item) {
        Map<String, Object> json = new HashMap<>(only(item));
        json.put(SERIAL, item.use().serial());
        return json;
    }

    /** What a machine gets for what it has used up; for a key there is nothing more. */
    public Map<String, Object> ofRefill(FetchedItem item) {
        Map<String, Object> known = only(item);
        boolean isKey = item.item() instanceof AuthItem.OfflineKey;
        return Map.of(
                REFILL_TOKEN,
                known.get(REFILL_TOKEN),
                RESPONSE,
                isKey ? Map.of() : known.get(RESPONSE),
                SERIAL,
                item.use().serial());
    }

    private Map<String, Object> only(FetchedItem item) {
        return of(List.of(item)).get(item.use().application()).get(0);
    }

    private Map<String, String> hashed(AuthItem.OfflineValues values) {
        Map<String, String> byCounter = new HashMap<>();
        for (int index = 0; index < values.passes().size(); index++) {
            byCounter.put(
                    Long.toString(values.first() + index),
                    OfflineHash.of(values.passes().get(index), values.rounds(), randomness));
        }
        return byCounter;
    }
}
