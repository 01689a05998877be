package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.FakeVault.sealed;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.port.CachedLogins;
import org.symbolon.command.secret.PasswordHasher;
import org.symbolon.command.secret.PinMemory;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.Stage;
import org.symbolon.events.auth.CachedLoginUsed;
import org.symbolon.events.auth.CachedLoginsForgotten;
import org.symbolon.events.auth.LoginCached;

class LoginCacheTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(5));
    private static final CacheTerms FOUR_HOURS = new CacheTerms(NOW.minus(Duration.ofHours(4)), null, 0);

    private final FakeVault vault = new FakeVault();
    private final Shelf shelf = new Shelf();
    private final Stage stage = new Stage();
    private final LoginCache cache = new LoginCache(
            shelf,
            vault,
            new PinVerifier(
                    new PlainHasher(), new PinMemory(new SecureRandom(), 10, Duration.ofMinutes(1)), new FakeVault()));

    /** Cached log-ins in a list. */
    private static final class Shelf implements CachedLogins {

        private final List<Entry> entries = new ArrayList<>();

        @Override
        public List<Entry> of(String username, String realm, String resolver) {
            return username.equals("alice") && realm.equals("realm1") && resolver.equals("passwd")
                    ? entries
                    : List.of();
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

    /** Hashes nothing, but looks as if. */
    private static final class PlainHasher implements PasswordHasher {

        @Override
        public String hash(Secret password) {
            return "$argon2id$" + password.reveal();
        }

        @Override
        public boolean matches(String hash, Secret password) {
            return hash.endsWith("$" + password.reveal());
        }

        @Override
        public void burn() {}
    }

    @BeforeEach
    void set() {
        stage.handler(new LoginCacheCommands(shelf, vault, stage.store(), Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private void keep(long id, String typed, Instant firstUsed, Instant lastUsed, int uses) {
        shelf.entries.add(new CachedLogins.Entry(
                id, firstUsed, lastUsed, uses, sealed("key-" + id, cache.hash(Secret.of(typed)))));
    }

    private void keepRecent(long id, String typed) {
        keep(id, typed, NOW.minusSeconds(60), NOW.minusSeconds(60), 0);
    }

    private LoginCache.Found search(String typed, CacheTerms terms) {
        return cache.search("alice", "realm1", "passwd", Secret.of(typed), terms);
    }

    private static LoginCache.Found hit(long id) {
        return new LoginCache.Found(OptionalLong.of(id), List.of());
    }

    private static LoginCache.Found miss(Long... outdated) {
        return new LoginCache.Found(OptionalLong.empty(), List.of(outdated));
    }

    @Test
    void whoTypesTheSameAgainIsFoundAndWhoDoesNotIsNot() {
        keepRecent(1, "pin111111");
        keepRecent(2, "pin222222");

        assertThat(search("pin222222", FOUR_HOURS)).isEqualTo(hit(2));
        assertThat(search("pin333333", FOUR_HOURS)).isEqualTo(miss());
        assertThat(cache.search("bob", "realm1", "passwd", Secret.of("pin111111"), FOUR_HOURS))
                .isEqualTo(miss());
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
    void whatIsNoArgon2HashLetsNobodyIn() {
        shelf.entries.add(new CachedLogins.Entry(1, NOW, NOW, 0, sealed("key-1", "$1$one")));
        keepRecent(2, "one");
        vault.forget("key-2");

        assertThat(search("one", FOUR_HOURS)).isEqualTo(miss(1L, 2L));
    }

    @Test
    void aLogInIsKeptWithItsHashSealedUnderAKeyOfItsOwn() {
        assertThat(stage.when(new CacheLogin("alice", "realm1", "passwd", "$argon2id$x")))
                .isEqualTo(true);
        assertThat(stage.facts())
                .containsExactly(new LoginCached("alice", "realm1", "passwd", sealed("new-key-1", "$argon2id$x")));
    }

    @Test
    void namesThatNoColumnTakesAreNotKept() {
        for (CacheLogin command : List.of(
                new CacheLogin("n".repeat(65), "realm1", "passwd", "hash"),
                new CacheLogin("alice", "n".repeat(121), "passwd", "hash"),
                new CacheLogin("alice", "realm1", "n".repeat(121), "hash"))) {
            assertThat(stage.when(command)).isEqualTo(false);
            assertThat(stage.facts()).isEmpty();
        }
    }

    @Test
    void aUseIsAFact() {
        keepRecent(1, "one");

        assertThat(stage.when(new UseCachedLogin(1, FOUR_HOURS))).isEqualTo(true);
        assertThat(stage.facts()).containsExactly(new CachedLoginUsed(1));
    }

    @Test
    void whatDoesNotFitAnyMoreIsNotUsed() {
        keep(1, "one", NOW.minusSeconds(60), NOW, 2);

        assertThat(stage.when(new UseCachedLogin(1, new CacheTerms(LONG_AGO, null, 2))))
                .isEqualTo(false);
        assertThat(stage.facts()).isEmpty();
        assertThat(stage.when(new UseCachedLogin(2, FOUR_HOURS))).isEqualTo(false);
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void whatIsForgottenIsErased() {
        keepRecent(1, "one");
        keepRecent(2, "two");

        assertThat(stage.when(new ForgetCachedLogins(List.of(2L, 3L)))).isEqualTo(1);

        assertThat(stage.facts()).containsExactly(new CachedLoginsForgotten(List.of(2L)));
        assertThat(vault.forgotten()).containsExactly("key-2");
    }

    @Test
    void nothingIsForgottenWhereNothingIsLeft() {
        assertThat(stage.when(new ForgetCachedLogins(List.of(2L)))).isEqualTo(0);
        assertThat(stage.when(new ForgetCachedLogins(List.of()))).isEqualTo(0);
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
