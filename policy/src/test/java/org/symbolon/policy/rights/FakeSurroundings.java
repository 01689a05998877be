package org.symbolon.policy.rights;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.shared.UserName;
import org.symbolon.policy.asking.SubjectFacts;

/** The realms {@code one} and {@code two} with a resolver each, in which everybody is known, and the tokens of a test. */
public final class FakeSurroundings implements People, SubjectFacts {

    private final Map<String, TokenPlaces.TokenPlace> places = new HashMap<>();

    public Surroundings asSurroundings() {
        return new Surroundings(this, new TwoRealms(), new Tokens());
    }

    /** A token of a user in a realm, or of nobody. */
    public FakeSurroundings with(String serial, Optional<String> owner, String... realms) {
        Optional<TokenOwner> of = owner.map(user -> new TokenOwner("in-" + realms[0], user, realms[0]));
        places.put(serial, new TokenPlaces.TokenPlace(serial, "hotp", of, List.of(realms)));
        return this;
    }

    @Override
    public UserName nameOf(String typed, Optional<String> realm, String resolver) {
        return new UserName(typed, realm.orElse("one").toLowerCase(Locale.ROOT), resolver);
    }

    @Override
    public Optional<KnownUser> find(UserName name) {
        return Optional.of(new KnownUser(name.login(), name.realm(), "in-" + name.realm(), name.login()));
    }

    @Override
    public Optional<String> loginOf(String resolver, String userId) {
        return Optional.of(userId);
    }

    @Override
    public Map<String, ?> infoOf(KnownUser user) {
        return Map.of();
    }

    @Override
    public List<String> resolversKnowing(UserName user) {
        return List.of("in-" + user.realm());
    }

    @Override
    public Optional<Map<String, ?>> tokenInfo(String serial) {
        return Optional.empty();
    }

    @Override
    public Optional<String> tokenType(String serial) {
        return Optional.empty();
    }

    @Override
    public Optional<Map<String, ?>> token(String serial) {
        return Optional.empty();
    }

    private static final class TwoRealms implements Realms {

        @Override
        public Optional<String> preset() {
            return Optional.empty();
        }

        @Override
        public List<Realm> all() {
            return List.of(new Realm("one", List.of("in-one")), new Realm("two", List.of("in-two")));
        }

        @Override
        public List<String> resolvers() {
            return List.of("in-one", "in-two");
        }
    }

    private final class Tokens implements TokenPlaces {

        @Override
        public Optional<TokenPlace> of(String serial) {
            return Optional.ofNullable(places.get(serial));
        }

        @Override
        public List<String> serialsOf(TokenOwner owner) {
            return places.keySet().stream()
                    .filter(serial -> places.get(serial).owner().equals(Optional.of(owner)))
                    .sorted()
                    .toList();
        }

        @Override
        public List<String> taken(Collection<String> serials) {
            return serials.stream().filter(places::containsKey).toList();
        }

        @Override
        public Optional<String> attached(int number) {
            return Optional.of("S" + number).filter(places::containsKey);
        }
    }
}
