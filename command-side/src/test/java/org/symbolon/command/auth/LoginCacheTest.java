package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.support.FakeVault.sealed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.port.CachedLogins;
import org.symbolon.command.secret.KeyedDigest;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.Stage;
import org.symbolon.events.auth.CacheTerms;
import org.symbolon.events.auth.CachedLoginUsed;
import org.symbolon.events.auth.CachedLoginsForgotten;
import org.symbolon.events.auth.LayerTerms;
import org.symbolon.events.auth.LoginCached;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

class LoginCacheTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(5));
    private static final CacheTerms FOUR_HOURS = new CacheTerms(NOW.minus(Duration.ofHours(4)), null, 0);

    private static final LoginSubject.User ALICE = user("alice", "realm1", "passwd");

    private final FakeVault vault = new FakeVault();
    private final Shelf shelf = new Shelf();
    private final Stage stage = new Stage();
    private RememberedLogins remembered;
    private final LoginCache cache = new LoginCache(shelf, vault, new KeyedDigest(new byte[32]));

    /** Cached log-ins in a list. */
    private static final class Shelf implements CachedLogins {

        private final List<Entry> entries = new ArrayList<>();

        @Override
        public List<Entry> of(String username, TokenOwner user) {
            return username.equals("alice") && user.equals(ALICE.owner()) ? entries : List.of();
        }

        @Override
        public List<Entry> lockAllOf(TokenOwner user) {
            return user.equals(ALICE.owner()) ? entries : List.of();
        }

        @Override
        public List<Entry> lock(Collection<Long> ids) {
            return entries.stream().filter(entry -> ids.contains(entry.id())).toList();
        }

        @Override
        public List<Entry> lockUnusedSince(Instant time, int most) {
            return entries.stream()
                    .filter(entry -> entry.lastUsed().isBefore(time))
                    .toList();
        }
    }

    /** What a log-in does with those that are remembered; nothing else decides. */
    record Handler(RememberedLogins remembered) {

        @CommandHandler
        Decision handle(LogIn login) {
            Decision decision = remembered
                    .use(login)
                    .orElseGet(() -> Decision.accepting("for another reason", Decision.Ground.PASSWORD));
            remembered.keep(login, decision);
            return decision;
        }
    }

    private Decision when(LoginSubject subject, CacheTerms terms, Findings findings) {
        LoginTerms cached = cached(terms);
        return (Decision) stage.when(new LogIn(subject, cached, null, List.of(), false, null, findings));
    }

    private static LoginTerms cached(CacheTerms terms) {
        return LoginTerms.draft()
                .layers(new LayerTerms(terms, Ruled.nothing(), Ruled.nothing(), Ruled.nothing(), Ruled.nothing()))
                .terms();
    }

    private static LoginSubject.User user(String login, String realm, String resolver) {
        return new LoginSubject.User(login, new TokenOwner(resolver, "1001", realm), "");
    }

    @BeforeEach
    void set() {
        remembered = new RememberedLogins(shelf, vault, stage.store(), Clock.fixed(NOW, ZoneOffset.UTC));
        stage.handler(remembered).handler(new Handler(remembered));
    }

    private void keep(long id, String typed, Instant firstUsed, Instant lastUsed, int uses) {
        shelf.entries.add(new CachedLogins.Entry(
                id, firstUsed, lastUsed, uses, sealed("key-" + id, cache.digest(ALICE, Secret.of(typed)))));
    }

    private void keepRecent(long id, String typed) {
        keep(id, typed, NOW.minusSeconds(60), NOW.minusSeconds(60), 0);
    }

    private Findings search(String typed, CacheTerms terms) {
        return search(ALICE, typed, terms);
    }

    private Findings search(LoginSubject.User user, String typed, CacheTerms terms) {
        return cache.search(user, new LoginAttempt(Secret.of(typed), null, cached(terms)));
    }

    private static Findings hit(long id) {
        return Findings.NONE.cached(id);
    }

    private static Findings miss(Long... outdated) {
        return Findings.NONE.outdated(List.of(outdated));
    }

    @Test
    void whoTypesTheSameAgainIsFoundAndWhoDoesNotIsNot() {
        keepRecent(1, "pin111111");
        keepRecent(2, "pin222222");

        assertThat(search("pin222222", FOUR_HOURS)).isEqualTo(hit(2));
        assertThat(search("pin333333", FOUR_HOURS)).isEqualTo(miss());
        assertThat(search(user("bob", "realm1", "passwd"), "pin111111", FOUR_HOURS))
                .isEqualTo(miss());
    }

    @Test
    void whatIsKeptOfALogInIsGoodForNobodyElseAndUnderNoOtherKey() {
        Secret typed = Secret.of("pin111111");
        String kept = cache.digest(ALICE, typed);

        assertThat(kept).startsWith("hmac-sha256:").doesNotContain("111111").isEqualTo(cache.digest(ALICE, typed));
        assertThat(cache.digest(user("bob", "realm1", "passwd"), typed)).isNotEqualTo(kept);
        assertThat(cache.digest(user("alice", "realm2", "passwd"), typed)).isNotEqualTo(kept);
        assertThat(cache.digest(user("alice", "realm1", "other"), typed)).isNotEqualTo(kept);
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        assertThat(new LoginCache(shelf, vault, new KeyedDigest(otherKey)).digest(ALICE, typed))
                .isNotEqualTo(kept);
    }

    @Test
    void anOldLogInLetsNobodyInAndIsToBeForgotten() {
        keep(1, "pin111111", LONG_AGO, NOW, 1);
        keep(2, "other", FOUR_HOURS.firstUsedAfter(), NOW, 1);
        keepRecent(3, "third");

        assertThat(search("pin111111", FOUR_HOURS)).isEqualTo(miss(1L, 2L));
    }

    @Test
    void oneThatWasNotUsedForLongIsToBeForgottenWhenItWouldHaveFitted() {
        Instant fiveMinutesAgo = NOW.minus(Duration.ofMinutes(5));
        CacheTerms idle = new CacheTerms(FOUR_HOURS.firstUsedAfter(), fiveMinutesAgo, 0);
        keep(1, "one", NOW.minusSeconds(3600), fiveMinutesAgo, 1);
        keep(2, "two", NOW.minusSeconds(3600), fiveMinutesAgo.plusMillis(1), 1);

        assertThat(search("two", idle)).isEqualTo(hit(2));
        assertThat(search("one", idle)).isEqualTo(miss(1L));
        assertThat(search("three", idle)).isEqualTo(miss());
    }

    @Test
    void aLogInIsUsedNoOftenerThanTheTermsSay() {
        CacheTerms twice = new CacheTerms(FOUR_HOURS.firstUsedAfter(), null, 2);
        keep(1, "one", NOW.minusSeconds(60), NOW, 1);
        keep(2, "two", NOW.minusSeconds(60), NOW, 2);

        assertThat(search("one", twice)).isEqualTo(hit(1));
        assertThat(search("two", twice)).isEqualTo(miss(2L));
        assertThat(search("two", FOUR_HOURS)).isEqualTo(hit(2));
        assertThat(search("three", twice)).isEqualTo(miss(2L));
    }

    @Test
    void whatIsNoDigestLetsNobodyIn() {
        shelf.entries.add(new CachedLogins.Entry(1, NOW, NOW, 0, sealed("key-1", "$argon2id$one")));
        keepRecent(2, "one");
        vault.forget("key-2");

        assertThat(search("one", FOUR_HOURS)).isEqualTo(miss(1L, 2L));
    }

    @Test
    void aLogInIsKeptWithItsDigestSealedUnderAKeyOfItsOwn() {
        when(ALICE, FOUR_HOURS, Findings.NONE.toBeCached("hmac-sha256:00"));

        assertThat(stage.facts())
                .containsExactly(
                        new LoginCached("alice", "realm1", "passwd", "1001", sealed("new-key-1", "hmac-sha256:00")));
    }

    @Test
    void namesThatNoColumnTakesAreNotKept() {
        for (LoginSubject.User user : List.of(
                user("n".repeat(65), "realm1", "passwd"),
                user("alice", "n".repeat(121), "passwd"),
                user("alice", "realm1", "n".repeat(121)),
                new LoginSubject.User("alice", new TokenOwner("passwd", "n".repeat(321), "realm1"), ""))) {
            assertThat(when(user, FOUR_HOURS, Findings.NONE.toBeCached("digest"))
                            .accepted())
                    .isTrue();
            assertThat(stage.facts()).isEmpty();
        }
    }

    @Test
    void aUseIsAFactAndKeepsNothingAnew() {
        keepRecent(1, "one");

        assertThat(when(ALICE, FOUR_HOURS, hit(1)).message()).isEqualTo("Authenticated by AuthCache.");
        assertThat(stage.facts()).containsExactly(new CachedLoginUsed(1));
    }

    @Test
    void whatDoesNotFitAnyMoreIsSearchedAnew() {
        keep(1, "one", NOW.minusSeconds(60), NOW, 2);

        assertThatThrownBy(() -> when(ALICE, new CacheTerms(LONG_AGO, null, 2), hit(1)))
                .isInstanceOf(StaleEvidenceException.class);
        assertThatThrownBy(() -> when(ALICE, FOUR_HOURS, hit(2))).isInstanceOf(StaleEvidenceException.class);
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void whatIsForgottenIsErased() {
        keepRecent(1, "one");
        keepRecent(2, "two");

        when(ALICE, FOUR_HOURS, miss(2L, 3L));

        assertThat(stage.facts()).containsExactly(new CachedLoginsForgotten(List.of(2L)));
        assertThat(vault.forgotten()).containsExactly("key-2");
    }

    @Test
    void allOfSomebodyEndTogetherAndAreErased() {
        keepRecent(1, "one");
        keepRecent(2, "two");
        stage.handler(new Ending(remembered));

        stage.when(new End(user("bob", "realm1", "passwd-b").owner()));
        assertThat(stage.facts()).isEmpty();
        stage.when(new End(ALICE.owner()));

        assertThat(stage.facts()).containsExactly(new CachedLoginsForgotten(List.of(1L, 2L)));
        assertThat(vault.forgotten()).containsExactly("key-1", "key-2");
    }

    record End(TokenOwner owner) {}

    /** Something that happens to a token of somebody. */
    record Ending(RememberedLogins remembered) {

        @CommandHandler
        void handle(End command) {
            remembered.end(command.owner());
        }
    }

    @Test
    void nothingIsForgottenWhereNothingIsLeft() {
        when(ALICE, FOUR_HOURS, miss(2L));
        assertThat(stage.facts()).isEmpty();
        assertThat(stage.when(new ForgetUnusedLogins(1))).isEqualTo(0);
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void whatNobodyUsesIsForgotten() {
        keep(1, "one", LONG_AGO, NOW.minus(Duration.ofMinutes(481)), 1);
        keep(2, "two", LONG_AGO, NOW.minus(Duration.ofMinutes(479)), 1);

        assertThat(stage.when(new ForgetUnusedLogins(480))).isEqualTo(1);
        assertThat(stage.facts()).containsExactly(new CachedLoginsForgotten(List.of(1L)));
    }
}
