package org.symbolon.command.eventhandler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.eventhandler.fact.SubjectToken;
import org.symbolon.command.eventhandler.port.HandlerLookups;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.support.Chance;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.user.UserKey;

/** What handlers may look up, from memory; it knows what it was asked. */
public final class FakeLookups implements HandlerLookups {

    public static final KnownUser EMMA = new KnownUser("emma", "realm1", "people", "1001");

    public final Map<String, SubjectToken> tokens = new HashMap<>();
    public final Map<String, String> info = new HashMap<>(
            Map.of("givenname", "Emma", "surname", "Muster", "email", "emma@example.org", "mobile", "0151"));
    public final Map<String, Long> counters = new HashMap<>();
    public final Map<String, String> files = new HashMap<>();
    public final List<String> asked = new ArrayList<>();
    public boolean knowsEmma = true;

    private <T> T asked(String what, T answer) {
        asked.add(what);
        return answer;
    }

    private Optional<KnownUser> emma() {
        return Optional.of(EMMA).filter(user -> knowsEmma);
    }

    @Override
    public Optional<KnownUser> user(String login, String realm, String resolver) {
        return asked("user", emma().filter(user -> user.login().equals(login)));
    }

    @Override
    public Optional<KnownUser> owner(TokenOwner owner) {
        return asked("owner", emma().filter(user -> user.userId().equals(owner.userId())));
    }

    @Override
    public Map<String, String> infoOf(KnownUser user) {
        return asked("info", info);
    }

    @Override
    public Optional<SubjectToken> token(String serial) {
        return asked("token", Optional.ofNullable(tokens.get(serial)));
    }

    @Override
    public List<SubjectToken> tokensOf(KnownUser user) {
        return asked(
                "tokens",
                tokens.values().stream()
                        .filter(token -> user.asOwner().equals(token.owner()))
                        .toList());
    }

    @Override
    public long counter(String name) {
        return asked("counter", counters.getOrDefault(name, 0L));
    }

    @Override
    public List<String> resolversOf(String realm) {
        return asked("resolvers", realm.equals("realm1") ? List.of("people") : List.of());
    }

    @Override
    public String addressOfAdministrator(String name) {
        return asked("administrator", name.equals("admin") ? "admin@example.org" : "");
    }

    @Override
    public List<String> addressesIn(String realm) {
        return asked("realm", realm.equals("super") ? List.of("one@example.org", "", "two@example.org") : List.of());
    }

    @Override
    public Optional<String> template(String path) {
        return asked("template", path.equals("mail.txt") ? Optional.of("Dear {user}") : Optional.empty());
    }

    @Override
    public Optional<String> templateIfAny(String path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public Optional<UserKey> keyOf(KnownUser user) {
        return asked("key", Optional.of(new UserKey(1, user.resolver(), user.userId())));
    }

    @Override
    public String node() {
        return "node1";
    }

    @Override
    public Randomness chance() {
        return Chance.seeded(1);
    }
}
