package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.radiusserver.port.RadiusState;
import org.symbolon.command.token.KnownToken;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.TypeDescription.PinUse;
import org.symbolon.command.tokentype.Views;
import org.symbolon.command.tokentype.radius.RadiusInquiry;
import org.symbolon.command.tokentype.radius.RadiusInquiry.Where;
import org.symbolon.command.tokentype.radius.RadiusType;
import org.symbolon.events.auth.ChallengeTerms;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.shared.Secret;

/** What is asked outside before a log-in is decided, and what is not. */
class OutsideEvidenceTest extends GatheredEvidence {

    private static final LoginTerms ASKING = LoginTerms.draft()
            .challenges(new ChallengeTerms(Set.of("radius"), null, Map.of(), false, List.of()))
            .terms();

    private void token(String serial, String server, boolean localPin, OpenChallenge challenge) {
        Map<String, String> shown = Map.of(
                "radius.identifier", server, "radius.user", "emma", "radius.local_checkpin", localPin ? "1" : "0");
        looks.put(
                serial,
                new KnownToken(
                        "radius",
                        Views.of(new RadiusType(), Secret.EMPTY, 6, 0, 10, 1000, shown),
                        Optional.ofNullable(challenge),
                        true));
        candidates.known.removeIf(known -> known.serial().equals(serial));
        candidates.add(serial, "radius", 6, PIN_HASH, ALICE);
    }

    private static OpenChallenge challenge(String asked, String data) {
        return new OpenChallenge("01", asked, data, Optional.empty(), "", false);
    }

    private static RadiusInquiry about(String server, String password, RadiusState state) {
        return new RadiusInquiry(new Where.Defined(server), "emma", Secret.of(password), Optional.ofNullable(state));
    }

    private Trial typed(String pass, String transaction, LoginTerms terms) {
        return ofUser(ALICE, "", new LoginAttempt(Secret.of(pass), transaction, terms))
                .trials()
                .get(0);
    }

    @Test
    void aPinOfTheOutsideGoesOutWithTheValueAndCostsNoHash() {
        token("R", "here", false, null);
        RadiusInquiry asked = about("here", "1234755224", null);

        assertThat(typed("1234755224", null, LoginTerms.NONE))
                .isEqualTo(new Trial(
                        "R",
                        Secret.of("1234755224"),
                        true,
                        PIN_HASH,
                        true,
                        false,
                        Map.of(),
                        PinUse.NOTHING,
                        Gathered.of(asked, ACCEPTED),
                        true));
        assertThat(inquiries).containsExactly(asked);
        assertThat(hasher.hashes()).isZero();
    }

    @Test
    void aPinOfThisPlaceIsCheckedHereAndTheValueAloneGoesOut() {
        token("R", "here", true, null);

        assertThat(typed("1234755224", null, LoginTerms.NONE).pinUse()).isEqualTo(PinUse.BEFORE_VALUE);
        assertThat(inquiries).containsExactly(about("here", "755224", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4321755224", "12345", ""})
    void nobodyIsAskedAboutAWrongPin(String pass) {
        token("R", "here", true, null);

        Trial trial = typed(pass, null, LoginTerms.NONE);

        assertThat(trial.pinMatches()).isFalse();
        assertThat(trial.gathered()).isEqualTo(Gathered.NOTHING);
        assertThat(inquiries).isEmpty();
    }

    @Test
    void nobodyIsAskedWhereThePinAloneBeginsAChallenge() {
        token("R", "here", true, null);

        assertThat(typed("1234", null, ASKING).asks()).isTrue();
        assertThat(inquiries).isEmpty();
    }

    @Test
    void anAnswerGoesOutWholeWithTheStateOfItsChallenge() {
        token("R", "here", true, challenge("Second value", "0aff"));

        assertThat(typed("1234755224", "01", LoginTerms.NONE).pinMatches()).isFalse();
        assertThat(inquiries).containsExactly(about("here", "1234755224", RadiusState.ofHex("0aff")));
    }

    @Test
    void nobodyIsAskedAboutAnAnswerToNothingOrToAnotherQuestion() {
        token("R", "here", false, null);
        typed("755224", "01", LoginTerms.NONE);
        token("R", "here", false, challenge(OwnQuestions.PIN_RESET, ""));
        typed("755224", "01", LoginTerms.NONE);

        assertThat(inquiries).isEmpty();
    }

    @Test
    void theValueAloneIsAskedAboutWithoutAPin() {
        token("R", "here", true, null);

        Trial trial = ofValue("R", null, Secret.of("755224")).trials().get(0);

        assertThat(trial.gathered()).isEqualTo(Gathered.of(about("here", "755224", null), ACCEPTED));
    }

    @Test
    void whatIsDecidedSeveralTimesIsAskedOnceUnlessTheTokenAsksSomethingElse() {
        token("R", "here", false, null);
        Supplier<LogIn> attempts = attemptsOfUser(ALICE, "", LoginAttempt.plain(Secret.of("x")));

        LogIn first = attempts.get();
        assertThat(attempts.get()).isEqualTo(first);
        assertThat(inquiries).hasSize(1);
        token("R", "there", false, null);
        assertThat(attempts.get()).isNotEqualTo(first);
        assertThat(inquiries).containsExactly(about("here", "x", null), about("there", "x", null));
        assertThat(attemptsOfUser(ALICE, "", LoginAttempt.plain(Secret.of("x"))).get())
                .isNotNull();
        assertThat(inquiries).hasSize(3);
    }

    @Test
    void aLogInFromMemoryIsNoneOfATokenThatIsAskedAbout() {
        candidates.add("A", "hotp", 6, PIN_HASH, ALICE);
        token("R", "here", false, null);
        LoginAttempt attempt = LoginAttempt.plain(Secret.of("1234755224"));
        ofUser(ALICE, "", attempt);

        assertThat(ofUser(ALICE, "", attempt).recalled()).isFalse();
        assertThat(inquiries).hasSize(2);
    }

    @Test
    void aTokenThatIsGoneMeanwhileIsForWhoDecides() {
        candidates.add("R", "radius", 6, PIN_HASH, ALICE);

        assertThat(typed("1234755224", null, LoginTerms.NONE).pinUse()).isNull();
        assertThat(inquiries).isEmpty();
    }
}
