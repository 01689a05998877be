package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.events.auth.ChallengeTerms;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.shared.Secret;

/** What policies that hide, disable or force something do to what is gathered of a log-in. */
class EvidenceUnderPoliciesTest extends GatheredEvidence {

    @Test
    void whoIsNotKnownOrHasNoTokenWaitsAsLongAsForAHashWhereNobodyIsToKnow() {
        LoginAttempt told = LoginAttempt.plain(Secret.of("4321755224"));
        LoginAttempt hidden = new LoginAttempt(
                Secret.of("4321755224"),
                null,
                LoginTerms.draft().hidesFailures(true).terms());

        assertThat(waitsOf(told)).containsExactly(0, 0);
        assertThat(waitsOf(hidden)).containsExactly(1, 1);
        assertThat(hasher.hashes()).isZero();
    }

    /** Of somebody who is not known, and of somebody who has no token. */
    private List<Integer> waitsOf(LoginAttempt attempt) {
        int before = hasher.pretended();
        assertThatThrownBy(() -> evidence.attempts(new LoginSubject.Unknown("<nobody>"), attempt)
                        .get())
                .hasMessageContaining("does not exist");
        int between = hasher.pretended();
        ofUser(ALICE, "", attempt);
        return List.of(between - before, hasher.pretended() - between);
    }

    @Test
    void tokensOfDisabledTypesArePassedOverAlsoWhereASuccessConcernsThem() {
        candidates.add("K", "passkey", 6, PIN_HASH, ALICE);
        candidates.add("H", "hotp", 6, PIN_HASH, ALICE);
        LoginTerms terms = LoginTerms.draft()
                .resetsAllTokens(Ruled.of(true, List.of()))
                .disabledTypes(Set.of("hotp"))
                .terms();
        LoginAttempt attempt = new LoginAttempt(Secret.of(""), "tx", terms);

        LogIn login = evidence.attempts(new LoginSubject.Keyed("K", ALICE, null, false), attempt)
                .get();

        assertThat(login.trials())
                .extracting(Trial::serial, Trial::meant)
                .containsExactly(tuple("K", true), tuple("H", false));
        assertThat(ofSerial("H", null, LoginAttempt.plain(Secret.of("1234755224")))
                        .trials()
                        .get(0)
                        .meant())
                .isTrue();
    }

    @Test
    void whereChallengesAreForcedNothingIsHeldAgainstAPinAndAValue() {
        candidates.add("H", "hotp", 6, PIN_HASH, ALICE);
        LoginTerms forced = LoginTerms.draft()
                .challenges(new ChallengeTerms(Set.of("hotp"), null, Map.of(), false, List.of()))
                .onlyByChallenge(true)
                .terms();

        Trial atOnce = ofUser(ALICE, "", new LoginAttempt(Secret.of("1234755224"), null, forced))
                .trials()
                .get(0);
        Trial pin = ofUser(ALICE, "", new LoginAttempt(Secret.of("1234"), null, forced))
                .trials()
                .get(0);

        assertThat(atOnce)
                .extracting(Trial::pinMatches, Trial::longEnough, Trial::asks)
                .containsExactly(false, false, false);
        assertThat(pin.asks()).isTrue();
    }
}
