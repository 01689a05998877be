package org.symbolon.command.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.resolver.UserStoreTypes;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserPage;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.user.port.KeptAttributes;
import org.symbolon.command.user.port.RealmRegistry;
import org.symbolon.command.user.port.UserCache;
import org.symbolon.command.user.port.UserRealm;
import org.symbolon.command.user.port.UserResolver;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.UserName;
import org.symbolon.events.user.UserKey;

class UserDirectoryTest {

    private static final String REALM = "home";

    private final Realms realms = new Realms();
    private final NumberedType type = new NumberedType();
    private final OpenStores stores = new OpenStores(new UserStoreTypes(List.of(type)), null, realms);
    private final UserDirectory directory = new UserDirectory(
            realms, key -> Optional.empty(), stores, new NoCache(), new CustomAttributes(realms, new NoAttributes()));

    private static final class NoAttributes implements KeptAttributes {

        @Override
        public Map<UserKey, Map<String, String>> of(int realmId, Collection<String> userIds) {
            return Map.of();
        }

        @Override
        public Map<String, String> internal(UserKey user) {
            return Map.of();
        }
    }

    /** All resolvers are in one realm, but for those that are said to be outside. */
    private static final class Realms implements RealmRegistry {

        private final Map<String, UserResolver> resolvers = new TreeMap<>();
        private final Set<String> outside = new HashSet<>();

        void saveOutside(String name, String users) {
            save(name, users);
            outside.add(name);
        }

        void save(String name, String users) {
            resolvers.put(name, new UserResolver(name, "numbered", Map.of("users", ConfigEntry.plain(users))));
        }

        @Override
        public Optional<UserRealm> realm(String name) {
            return realms().stream().filter(realm -> realm.name().equals(name)).findFirst();
        }

        @Override
        public List<UserRealm> realms() {
            List<UserResolver> members = resolvers.values().stream()
                    .filter(resolver -> !outside.contains(resolver.name()))
                    .toList();
            return List.of(new UserRealm(1, REALM, members));
        }

        @Override
        public Optional<UserRealm> defaultRealm() {
            return Optional.empty();
        }

        @Override
        public Optional<UserResolver> resolver(String name) {
            return Optional.ofNullable(resolvers.get(name));
        }

        @Override
        public Optional<UserResolver> resolverIgnoringCase(String name) {
            return resolver(name.toLowerCase(Locale.ROOT));
        }
    }

    /** Stores whose users are called by numbers; one without users is out of reach. */
    private static final class NumberedType implements UserStoreType {

        private final List<String> happened = new ArrayList<>();

        @Override
        public String name() {
            return "numbered";
        }

        @Override
        public Set<String> secretKeys() {
            return Set.of();
        }

        @Override
        public UserStore open(Map<String, String> configuration) {
            int users = Integer.parseInt(configuration.get("users"));
            if (users == 0) {
                throw new UserStoreUnavailableException("It is out of reach", null);
            }
            happened.add("open " + users);
            return new Numbered(users, happened);
        }

        @Override
        public TestResult test(Map<String, String> configuration) {
            return new TestResult(true, "");
        }
    }

    private record Numbered(int users, List<String> happened) implements UserStore {

        private static Map<String, String> attributes(int number) {
            return Map.of("username", "user" + number, "userid", String.valueOf(number));
        }

        private IntStream numbers() {
            return IntStream.range(0, users);
        }

        @Override
        public Optional<StoredUser> withLogin(String login) {
            return numbers()
                    .mapToObj(number -> new StoredUser("user" + number, String.valueOf(number)))
                    .filter(user -> user.login().equals(login))
                    .findFirst();
        }

        @Override
        public Map<String, Map<String, String>> attributesOf(Collection<String> userIds) {
            happened.add("ask for " + userIds.size());
            return numbers()
                    .filter(number -> userIds.contains(String.valueOf(number)))
                    .boxed()
                    .collect(Collectors.toMap(String::valueOf, Numbered::attributes));
        }

        @Override
        public UserPage search(UserSearch search) {
            int first = search.cursor().map(Integer::parseInt).orElse(0);
            int end = Math.min(users, first + search.size());
            happened.add("search from " + first);
            return new UserPage(
                    IntStream.range(first, end).mapToObj(Numbered::attributes).toList(),
                    end == users ? Optional.empty() : Optional.of(String.valueOf(end)));
        }

        @Override
        public boolean passwordMatches(String userId, Secret password) {
            return password.reveal().equals("password of " + userId);
        }

        @Override
        public void close() {
            happened.add("close " + users);
        }
    }

    private static final class NoCache implements UserCache {

        @Override
        public Optional<StoredUser> lastWithLogin(String resolver, String login) {
            return Optional.empty();
        }

        @Override
        public Map<String, StoredUser> lastWithIds(String resolver, Collection<String> userIds) {
            return Map.of();
        }

        @Override
        public void forget(String resolver, String login) {}

        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public Optional<StoredUser> withLogin(String resolver, String login) {
            throw new AssertionError("It is off");
        }

        @Override
        public Map<String, StoredUser> withIds(String resolver, Collection<String> userIds) {
            throw new AssertionError("It is off");
        }

        @Override
        public void keep(String resolver, Map<String, StoredUser> byLogin) {
            throw new AssertionError("It is off");
        }
    }

    @Test
    void theFirstResolverOfTheRealmThatKnowsTheNameCounts() {
        realms.save("a", "1");
        realms.save("b", "9");

        assertThat(directory.find(new UserName("user0", REALM, ""))).contains(new KnownUser("user0", REALM, "a", "0"));
        assertThat(directory.find(new UserName("user5", REALM, ""))).contains(new KnownUser("user5", REALM, "b", "5"));
        assertThat(directory.find(new UserName("user0", REALM, "B"))).contains(new KnownUser("user0", REALM, "b", "0"));
        assertThat(directory.resolversKnowing(new UserName("user0", REALM, ""))).containsExactly("a", "b");
    }

    @Test
    void aResolverMakesNobodyAUserOfARealmThatItIsNotIn() {
        realms.save("a", "1");
        realms.saveOutside("b", "9");

        assertThat(directory.find(new UserName("user5", REALM, "b"))).isEmpty();
        assertThat(directory.find(new UserName("user5", "nosuch", "b"))).isEmpty();
        assertThat(directory.find(new UserName("user5", "", "b"))).contains(new KnownUser("user5", "", "b", "5"));
    }

    @Test
    void aResolverThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> directory.find(new UserName("user0", REALM, "nosuch")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(904))
                .hasMessage("The resolver 'nosuch' does not exist!");
    }

    @Test
    void theNamesOfManyIdsAreOneQuestion() {
        realms.save("a", "1000");
        List<String> ids = IntStream.range(0, 1001).mapToObj(String::valueOf).toList();

        Map<String, String> names = directory.usernamesOf("a", ids);

        assertThat(names).hasSize(1000).containsEntry("999", "user999");
        assertThat(type.happened).containsExactly("open 1000", "ask for 1001");
        assertThat(directory.usernamesOf("gone", ids)).isEmpty();
    }

    @Test
    void aSearchGoesThroughAllPagesOfEachStoreThatCanBeReached() {
        realms.save("a", "1200");
        realms.save("b", "0");
        realms.save("c", "2");

        List<FoundUser> found = directory.search(REALM, "", new HashMap<>());

        assertThat(found).doesNotHaveDuplicates().hasSize(1202);
        assertThat(found.get(1201)).isEqualTo(new FoundUser("c", false, Numbered.attributes(1), Map.of()));
        assertThat(type.happened)
                .containsExactly(
                        "open 1200", "search from 0", "search from 500", "search from 1000", "open 2", "search from 0");
    }

    @Test
    void whatIsKnownOfAUserIsLessWhereHisStoreIsOutOfReach() {
        KnownUser user = new KnownUser("user0", REALM, "a", "0");
        TokenHolders holders = new TokenHolders(directory);
        realms.save("a", "1");
        assertThat(holders.asFarAsKnown(user)).isEqualTo(new Holder("user0", REALM, Numbered.attributes(0)));

        realms.save("a", "0");
        assertThat(holders.asFarAsKnown(user)).isEqualTo(new Holder("user0", REALM));
    }

    @Test
    void theStoreOfAResolverThatChangesOrGoesIsClosed() {
        realms.save("a", "1");
        KnownUser user = directory.find(new UserName("user0", REALM, "")).orElseThrow();
        assertThat(directory.passwordMatches(user, Secret.of("password of 0"))).isTrue();

        realms.save("a", "2");
        stores.closeOutdated();
        assertThat(type.happened).containsExactly("open 1", "close 1");
        assertThat(directory.passwordMatches(user, Secret.of("wrong"))).isFalse();
        realms.resolvers.clear();
        stores.closeOutdated();

        assertThat(type.happened).containsExactly("open 1", "close 1", "open 2", "close 2");
        assertThat(directory.passwordMatches(user, Secret.of("password of 0"))).isFalse();
    }
}
