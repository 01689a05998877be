package org.symbolon.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserPage;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.events.shared.Secret;

/** What every kind of user store must keep to. A connector's test fills a store with {@link #PEOPLE} and says what is its own. */
public abstract class UserStoreContract {

    /**
     * Somebody in the store.
     *
     * @param password null if he has none
     */
    public record Person(Map<String, String> attributes, String password) {

        public String login() {
            return attributes.get("username");
        }
    }

    protected static final Person ADA = new Person(
            Map.of(
                    "username", "ada",
                    "givenname", "Ada",
                    "surname", "Lovelace",
                    "email", "ada@example.org",
                    "phone", "+44 20 2",
                    "mobile", "+44 151 1"),
            "grüß Gott 9");
    protected static final Person BEN =
            new Person(Map.of("username", "Ben", "givenname", "Ben", "surname", "Britten"), "secret99");
    protected static final Person ROOT = new Person(Map.of("username", "root", "givenname", "root"), null);
    protected static final List<Person> PEOPLE = List.of(ADA, BEN, ROOT);

    private static final int MANY = 1000;

    private UserStore store;

    protected abstract UserStoreType type();

    /** That of a store with exactly these people. */
    protected abstract Map<String, String> configuration();

    /** That of a store that cannot be reached; what it has of secrets is in it. */
    protected abstract Map<String, String> unreachable();

    /** The attributes that can be searched for with wildcards. */
    protected abstract Set<String> searchable();

    protected abstract boolean ignoresCaseOfLogins();

    protected abstract boolean ignoresCaseInSearches();

    /** Whether it knows passwords at all; for one that does not each is wrong. */
    protected boolean checksPasswords() {
        return true;
    }

    /** What no answer may show, such as the hashes of the people's passwords. */
    protected abstract List<String> hidden();

    @BeforeEach
    void openTheStore() {
        store = type().open(configuration());
    }

    @AfterEach
    void closeTheStore() {
        store.close();
    }

    protected final UserStore store() {
        return store;
    }

    protected final String idOf(Person person) {
        return store.withLogin(person.login()).map(StoredUser::userId).orElseThrow();
    }

    protected final List<Map<String, String>> found(Map<String, String> criteria, int size) {
        List<Map<String, String>> found = new ArrayList<>();
        Optional<UserSearch> search = Optional.of(UserSearch.of(criteria, size));
        while (search.isPresent()) {
            UserSearch asked = search.get();
            UserPage page = store.search(asked);
            assertThat(page.users()).hasSizeLessThanOrEqualTo(size);
            found.addAll(page.users());
            search = page.next().map(asked::at);
        }
        return found;
    }

    private List<String> logins(String attribute, String pattern) {
        return found(Map.of(attribute, pattern), MANY).stream()
                .map(user -> user.get("username"))
                .toList();
    }

    @Test
    void aUserIsFoundByHisLoginAndByHisId() {
        for (Person person : PEOPLE) {
            String id = idOf(person);
            assertThat(store.withLogin(person.login())).hasValue(new StoredUser(person.login(), id));
            assertThat(store.attributesOf(id).orElseThrow())
                    .containsEntry("userid", id)
                    .containsAllEntriesOf(person.attributes());
        }
    }

    @Test
    void nobodyIsFoundWhoIsUnknown() {
        for (String unknown : List.of("nobody", "", "*", "a*", "ada ", "%", "_da", "ada)(uid=*", "' or '1'='1")) {
            assertThat(store.withLogin(unknown)).isEmpty();
            assertThat(store.attributesOf(unknown)).isEmpty();
        }
    }

    @Test
    void theCaseOfALoginCountsOrNot() {
        assertThat(store.withLogin("ADA").map(StoredUser::login))
                .isEqualTo(ignoresCaseOfLogins() ? Optional.of("ada") : Optional.empty());
    }

    @Test
    void severalUsersInOneQuestionAreAsInSingleOnes() {
        String ada = idOf(ADA);
        String ben = idOf(BEN);

        assertThat(store.attributesOf(List.of(ada, "unknown", ben, ada)))
                .isEqualTo(Map.of(
                        ada, store.attributesOf(ada).orElseThrow(),
                        ben, store.attributesOf(ben).orElseThrow()));
        assertThat(store.attributesOf(List.of())).isEmpty();
    }

    @Test
    void usersAreSearchedForByEachAttributeWithWildcards() {
        for (String attribute : searchable()) {
            for (Person person : PEOPLE) {
                String value = person.attributes().getOrDefault(attribute, "");
                if (value.length() > 2) {
                    String middle = value.substring(1, value.length() - 1);
                    assertThat(logins(attribute, "*" + middle + "*")).contains(person.login());
                }
            }
            assertThat(logins(attribute, "*nowhere in it*")).isEmpty();
        }
        assertThat(logins("username", "ad*")).containsExactly("ada");
        assertThat(logins("username", "*oot")).containsExactly("root");
        assertThat(logins("username", "ada")).containsExactly("ada");
        assertThat(logins("username", "*")).containsExactlyInAnyOrder("ada", "Ben", "root");
    }

    @Test
    void theCaseInASearchCountsOrNot() {
        assertThat(logins("username", "A*")).isEqualTo(ignoresCaseInSearches() ? List.of("ada") : List.of());
    }

    @Test
    void allCriteriaMustFitAndWithoutAnyEverybodyDoes() {
        assertThat(found(Map.of("username", "ada", "email", "*example*"), MANY)).hasSize(1);
        assertThat(found(Map.of("username", "Ben", "email", "*example*"), MANY)).isEmpty();
        assertThat(found(Map.of("username", "*", "of no store", "*"), MANY)).isEmpty();
        assertThat(found(Map.of(), MANY)).hasSize(PEOPLE.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void thePagesOfASearchHaveEverybodyOnce(int size) {
        assertThat(found(Map.of("username", "*"), size)).isEqualTo(found(Map.of("username", "*"), MANY));
    }

    @Test
    void whoIsFoundIsShownAsWhenHeIsAskedFor() {
        for (Map<String, String> user : found(Map.of("username", "*"), MANY)) {
            assertThat(store.attributesOf(user.get("userid"))).hasValue(user);
        }
    }

    @Test
    void aPasswordIsRightOrNot() {
        for (Person person : List.of(ADA, BEN)) {
            String id = idOf(person);
            assertThat(store.passwordMatches(id, Secret.of(person.password()))).isEqualTo(checksPasswords());
            for (String wrong : List.of("", " ", "*", "wrong", " " + person.password(), person.login())) {
                assertThat(store.passwordMatches(id, Secret.of(wrong))).isFalse();
            }
        }
        assertThat(store.passwordMatches(idOf(BEN), Secret.of(ADA.password()))).isFalse();
        assertThat(store.passwordMatches("unknown", Secret.of(ADA.password()))).isFalse();
    }

    @Test
    void noPasswordIsThatOfAUserWithoutOne() {
        for (String text : List.of("", "x", "*", "!", "root")) {
            assertThat(store.passwordMatches(idOf(ROOT), Secret.of(text))).isFalse();
        }
    }

    @Test
    void aPasswordThatIsFarTooLongIsWrong() {
        assertThat(store.passwordMatches(idOf(ADA), Secret.of(ADA.password().repeat(100_000))))
                .isFalse();
    }

    @Test
    void noAnswerShowsWhatIsHidden() {
        String shown = found(Map.of(), MANY) + store.toString();

        assertThat(shown).contains("ada");
        hidden().forEach(text -> assertThat(shown).doesNotContain(text));
        PEOPLE.stream().filter(person -> person.password() != null).forEach(person -> assertThat(shown)
                .doesNotContain(person.password()));
    }

    @Test
    void aClosedStoreAnswersNothing() {
        String ada = idOf(ADA);
        store.close();
        store.close();

        List<ThrowingCallable> questions = List.of(
                () -> store.withLogin("ada"),
                () -> store.attributesOf(ada),
                () -> store.search(UserSearch.of(Map.of(), 1)),
                () -> store.passwordMatches(ada, Secret.of(ADA.password())));
        for (ThrowingCallable question : questions) {
            assertThatThrownBy(question).isInstanceOf(UserStoreUnavailableException.class);
        }
    }

    @Test
    void aStoreThatCannotBeReachedSaysSoAndTellsNoSecret() {
        assertThatThrownBy(this::askTheUnreachable)
                .isInstanceOf(UserStoreUnavailableException.class)
                .satisfies(failure -> {
                    StringWriter trace = new StringWriter();
                    failure.printStackTrace(new PrintWriter(trace));
                    type().secretKeys().stream()
                            .map(unreachable()::get)
                            .filter(secret -> secret != null)
                            .forEach(secret -> assertThat(trace.toString()).doesNotContain(secret));
                });
    }

    private void askTheUnreachable() {
        try (UserStore unreached = type().open(unreachable())) {
            unreached.withLogin("ada");
        }
    }
}
