package org.symbolon.api.token;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeDescription.Tally;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.policy.rights.HiddenNames;
import org.symbolon.query.token.TokenView;

/** Puts listed tokens into the words of the wire, with what the user stores know of their owners. */
@Component
public class TokenJson {

    /** What a line of CSV holds: everything but the info. A token of nobody has no {@code user_editable}, but its line has. */
    private static final List<String> COLUMNS = List.of(
            "id",
            "description",
            "serial",
            "tokentype",
            "resolver",
            "user_id",
            "otplen",
            "maxfail",
            "active",
            "revoked",
            "locked",
            "failcount",
            "count",
            "count_window",
            "sync_window",
            "rollout_state",
            "realms",
            "tokengroup",
            "username",
            "user_realm",
            "user_editable");

    /** What {@link #of} answers. */
    static final Shape SHAPE = Shape.fields("")
            .with("id", Shape.number("The number of its row."))
            .with("serial", Shape.text("Its serial."))
            .with("tokentype", Shape.text("Its type."))
            .with("description", Shape.text("What it is for."))
            .with("info", Shape.mapOf("Its further entries.", Shape.text("")))
            .with("resolver", Shape.text("Its owner's resolver, or empty."))
            .with("user_id", Shape.text("Its owner's id in that resolver, or empty."))
            .with("username", Shape.text("Its owner's login, or empty."))
            .with("user_realm", Shape.text("Its owner's realm, or empty.").orNull())
            .with("user_editable", Shape.flag("Whether its owner can be changed here; only where it has one."))
            .with("otplen", Shape.number("The length of its values."))
            .with("maxfail", Shape.number("How many failures lock it."))
            .with("active", Shape.flag("Whether it is enabled."))
            .with("revoked", Shape.flag("Whether it was revoked, for good."))
            .with("locked", Shape.flag("Whether it can no longer be changed."))
            .with("failcount", Shape.number("Failures since the last success."))
            .with("count", Shape.number("Its counter, or its last step of time."))
            .with("count_window", Shape.number("How many values ahead are accepted."))
            .with("sync_window", Shape.number("How many values ahead are looked at to bring it back into step."))
            .with("rollout_state", Shape.text("How far its enrolment is.").orNull())
            .with("realms", Shape.list("Its realms."))
            .with("tokengroup", Shape.list("Its groups."));

    private final UserDirectory directory;
    private final TokenTypes types;

    public TokenJson(UserDirectory directory, TokenTypes types) {
        this.directory = directory;
        this.types = types;
    }

    /** Without the further entries that are not shown. */
    List<Map<String, Object>> of(List<TokenView> tokens, HiddenNames hidden) {
        ListedOwners owners = new ListedOwners(tokens, directory);
        return tokens.stream().map(token -> of(token, owners, hidden)).toList();
    }

    private Map<String, Object> of(TokenView token, ListedOwners owners, HiddenNames hidden) {
        Map<String, Object> json = of(token, owners);
        Map<String, Object> info = new TreeMap<>(token.info());
        types.find(token.type()).map(type -> type.describe().tally()).ifPresent(tally -> tally(info, tally));
        info.keySet().removeIf(key -> !hidden.shows(key));
        json.put("info", info);
        return json;
    }

    /** Each of the entries has its own type beside it. */
    private static void tally(Map<String, Object> info, Tally tally) {
        long number = info.keySet().stream()
                .filter(key -> key.startsWith(tally.prefix()) && !key.endsWith(".type"))
                .count();
        info.keySet().removeIf(key -> key.startsWith(tally.prefix()));
        info.put(tally.name(), number);
    }

    private static Map<String, Object> of(TokenView token, ListedOwners owners) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", token.id());
        json.put("description", token.description());
        json.put("serial", token.serial());
        json.put("tokentype", token.type());
        json.put("info", token.info());
        json.put("resolver", token.resolver());
        json.put("user_id", token.userId());
        json.put("otplen", token.otpLength());
        json.put("maxfail", token.failLimit());
        json.put("active", token.active());
        json.put("revoked", token.revoked());
        json.put("locked", token.locked());
        json.put("failcount", token.failCount());
        json.put("count", token.count());
        json.put("count_window", token.countWindow());
        json.put("sync_window", token.syncWindow());
        json.put("rollout_state", token.rolloutState());
        json.put("realms", token.realms());
        json.put("tokengroup", token.groups());
        json.putAll(owners.of(token));
        return json;
    }

    /** A line of names and a line for each token; every field in single quotes and with a comma behind it. */
    String csv(List<TokenView> tokens) {
        if (tokens.isEmpty()) {
            return "";
        }
        ListedOwners owners = new ListedOwners(tokens, directory);
        StringBuilder text = new StringBuilder();
        COLUMNS.forEach(name -> append(text, name));
        text.append('\n');
        for (TokenView token : tokens) {
            Map<String, Object> json = of(token, owners);
            COLUMNS.forEach(name -> append(text, json.getOrDefault(name, "")));
            text.append('\n');
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Object value) {
        text.append('\'').append(CsvText.of(value)).append("', ");
    }
}
