package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.symbolon.command.error.Refusal;
import org.symbolon.events.auth.CacheTerms;
import org.symbolon.events.auth.ClaimTerms;
import org.symbolon.events.auth.LayerTerms;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.PassThrough;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.auth.TokenQuota;
import org.symbolon.events.shared.Secret;

/** What is gathered for whatever may decide in the place of a user's tokens. */
class LayerEvidenceTest extends GatheredEvidence {

    private static LoginAttempt within(LayerTerms layers, String typed) {
        return new LoginAttempt(
                Secret.of(typed), null, LoginTerms.draft().layers(layers).terms());
    }

    @Test
    void whoHasNoTokenIsLookedAtOnlyWhereThatMatters() {
        LayerTerms withoutToken =
                new LayerTerms(null, Ruled.nothing(), Ruled.of(true, List.of("p")), Ruled.nothing(), Ruled.nothing());

        assertThat(ofUser(ALICE, "", LoginAttempt.plain(Secret.of("x")))
                        .findings()
                        .tokenless())
                .isFalse();
        assertThat(ofUser(ALICE, "", within(withoutToken, "x")).findings().tokenless())
                .isTrue();
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        assertThat(ofUser(ALICE, "totp", within(withoutToken, "x")).findings().tokenless())
                .as("of another type")
                .isFalse();
    }

    @Test
    void thePasswordOfWhoHasNoTokenIsHeldAgainstHisUserStore() {
        LayerTerms passing = new LayerTerms(
                null,
                Ruled.nothing(),
                Ruled.nothing(),
                Ruled.of(PassThrough.USER_STORE, List.of("p")),
                Ruled.of(new ClaimTerms(false, TokenQuota.NONE), List.of("c")));
        passwords.set(ALICE, "secret");

        assertThat(ofUser(ALICE, "", within(passing, "secret")).findings()).isEqualTo(Findings.NONE.tokenless(true));
        assertThat(ofUser(ALICE, "", within(passing, "wrong")).findings()).isEqualTo(Findings.NONE.tokenless(false));
        assertThat(ofUser(ALICE, "", within(passing, "")).findings().passwordRight())
                .isFalse();
    }

    @Test
    void aRadiusServerIsAskedOnceAboutWhoHasNoTokenAndNeverAboutTheEmptyPassword() {
        LayerTerms passing = new LayerTerms(
                null,
                Ruled.nothing(),
                Ruled.nothing(),
                Ruled.of(new PassThrough("far"), List.of("p")),
                Ruled.nothing());
        answer = true;

        Supplier<LogIn> attempts = attemptsOfUser(ALICE, "", within(passing, "secret"));
        assertThat(attempts.get().findings()).isEqualTo(Findings.NONE.tokenless(true));
        assertThat(attempts.get().findings().passwordRight()).as("once more").isTrue();
        assertThat(inquiries).containsExactly(new AtRadiusServer("far", "alice", Secret.of("secret")));
        assertThat(ofUser(ALICE, "", within(passing, "")).findings().passwordRight())
                .isFalse();
        assertThat(inquiries).hasSize(1);
    }

    @Test
    void whoTriesTooOftenToClaimIsNotServed() {
        LayerTerms claiming = new LayerTerms(
                null,
                Ruled.nothing(),
                Ruled.nothing(),
                Ruled.nothing(),
                Ruled.of(new ClaimTerms(false, TokenQuota.NONE), List.of("c")));
        settings.with("DefaultMaxFailCount", "2");

        assertThat(ofUser(ALICE, "", within(claiming, "1")).findings().triedTooOften())
                .isFalse();
        Supplier<LogIn> second = attemptsOfUser(ALICE, "", within(claiming, "2"));
        assertThat(second.get().findings().triedTooOften()).isFalse();
        assertThat(second.get().findings().triedTooOften())
                .as("the same once more")
                .isFalse();
        assertThat(ofUser(ALICE, "", within(claiming, "3")).findings().triedTooOften())
                .isTrue();
    }

    @Test
    void whatMayBeCachedIsKnownByADigestAndNotByAHash() {
        LayerTerms caching = new LayerTerms(
                new CacheTerms(Instant.EPOCH, null, 0),
                Ruled.nothing(),
                Ruled.nothing(),
                Ruled.nothing(),
                Ruled.nothing());
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);

        assertThat(ofUser(ALICE, "", within(caching, "1234755224")).findings().cacheDigest())
                .startsWith("hmac-sha256:");
        assertThat(hasher.hashes()).as("of the PIN alone").isEqualTo(1);
        assertThat(ofUser(ALICE, "", within(caching, "4321755224")).findings().cacheDigest())
                .isNull();
    }

    @Test
    void somebodyUnknownIsRefusedUnlessHeIsLetIn() {
        LoginSubject unknown = new LoginSubject.Unknown("<x@realm1>");
        LayerTerms accepting =
                new LayerTerms(null, Ruled.of(true, List.of("p")), Ruled.nothing(), Ruled.nothing(), Ruled.nothing());

        assertThat(evidence.attempts(unknown, within(accepting, "x")).get().trials())
                .isEmpty();
        assertThatThrownBy(() -> evidence.attempts(unknown, LoginAttempt.plain(Secret.of("x")))
                        .get())
                .hasMessage("User <x@realm1> does not exist.")
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(904));
    }
}
