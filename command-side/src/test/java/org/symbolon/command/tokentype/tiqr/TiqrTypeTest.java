package org.symbolon.command.tokentype.tiqr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Code;
import org.symbolon.command.tokentype.Confirmation.Outcome;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.Requests;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeCall;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.Views;
import org.symbolon.command.tokentype.ocra.Ocra;
import org.symbolon.command.tokentype.ocra.OcraSuite;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

class TiqrTypeTest {

    private static final String SECRET = "3132333435363738393031323334353637383930";
    private static final String SUITE = "OCRA-1:HOTP-SHA1-6:QN10";
    private static final Holder EMMA = new Holder("emma", "uni", Map.of("givenname", "Emma", "surname", "Öl"));

    private final TiqrType type = new TiqrType();
    private final FakeSettings settings = new FakeSettings().with("tiqr.regServer", "https://mfa/ttype/tiqr");

    private EnrolmentRequest request(String... parameters) {
        EnrolmentRequest any = Requests.with(settings, parameters);
        return new EnrolmentRequest(
                any.serial(),
                Optional.of(new TokenOwner("users", "7", "uni")),
                Holder.NOBODY,
                any.parameters(),
                any.circumstances(),
                Optional.empty(),
                Optional.empty(),
                Gathered.NOTHING);
    }

    private TokenView token(String secret, String... entries) {
        Map<String, String> shown = new HashMap<>(Map.of("ocrasuite", SUITE));
        for (int i = 0; i < entries.length; i += 2) {
            shown.put(entries[i], entries[i + 1]);
        }
        return Views.of(type, Secret.of(secret), 6, 0, 10, 1000, shown);
    }

    @Test
    void anEnrolmentShowsWhatTheAppScansAndHasNoSecretYet() {
        EnrolmentStep step = type.enrol(request());

        String session = step.state().text("session").orElseThrow();
        assertThat(session).matches("[0-9a-f]{40}");
        assertThat(step.secret()).isEqualTo(Secret.EMPTY);
        assertThat(step.rolloutState()).isEmpty();
        assertThat(step.state().text("ocrasuite")).contains(SUITE);
        assertThat(step.disclosures())
                .isEqualTo(
                        List.of(new Disclosure.TiqrUrl(Secret.of("tiqrenroll://https://mfa/ttype/tiqr?action=metadata"
                                + "&session=" + session + "&serial=OATH0001"))));
    }

    @Test
    void aTokenBelongsToSomebody() {
        assertThatThrownBy(() -> type.enrol(Requests.with())).hasMessage("Missing parameter: 'user'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OCRA-1:HOTP-SHA1-6:C-QN10",
                "OCRA-1:HOTP-SHA1-6:QN10-PSHA1",
                "OCRA-1:HOTP-SHA1-6:QN10-S064",
                "OCRA-1:HOTP-SHA1-6:QN10-T1M",
                "OCRA-1:HOTP-SHA1-0:QN10",
                "nonsense"
            })
    void aSuiteMustBeOneOfAQuestionAlone(String suite) {
        assertThatThrownBy(() -> type.enrol(request("ocrasuite", suite))).hasMessageContaining("suite");
        settings.with("tiqr.ocrasuite", suite);
        assertThatThrownBy(() -> type.enrol(request())).hasMessageContaining("suite");
    }

    private EnrolmentStep taken(TokenView token, String session, String secret) {
        return type.enrol(Requests.step(request("session", session, "secret", secret), token, Gathered.NOTHING));
    }

    @Test
    void theTelephoneBringsTheSecretOnce() {
        EnrolmentStep step = taken(token("", "session", "aa"), "aa", SECRET.toUpperCase(Locale.ROOT));

        assertThat(step.secret()).isEqualTo(Secret.of(SECRET));
        assertThat(step.state().entries()).containsEntry("session", null).containsEntry("ocrasuite", SUITE);
        assertThatThrownBy(() -> taken(token("", "session", "aa"), "ab", SECRET))
                .hasMessage("Invalid Session");
        assertThatThrownBy(() -> taken(token(SECRET), "aa", SECRET)).hasMessage("Invalid Session");
        assertThatThrownBy(() -> taken(token(SECRET), "", SECRET)).hasMessage("Invalid Session");
        assertThatThrownBy(() -> taken(token("", "session", "aa"), "aa", "00"))
                .hasMessageContaining("hexadecimal digits");
    }

    @Test
    void aTokenThatNoTelephoneHasTakenIsThereForNoLogIn() {
        assertThat(type.isFor(token("", "session", "aa"), Map.of())).isFalse();
        assertThat(type.isFor(token("", "session", ""), Map.of())).isFalse();
        assertThat(type.isFor(token(SECRET), Map.of())).isTrue();
    }

    private Circumstances now() {
        return new Circumstances(Instant.EPOCH, settings, Chance.counting(), TypeTerms.NONE, EMMA);
    }

    @Test
    void aQuestionIsShownAsACodeForTheApp() {
        settings.with("tiqr.serviceIdentifier", "org.uni");

        Question question = type.ask(token(SECRET), new Asking("other", "0123", new HashMap<>(), now()));

        String address = "tiqrauth://emma_uni@org.uni/0123/" + question.challenge() + "/Emma+%C3%96l";
        assertThat(question.challenge()).matches("\\d{10}");
        assertThat(question.message()).isEqualTo("Please scan the QR Code");
        assertThat(question.attributes())
                .isEqualTo(Map.of("img", new Code(address), "value", address, "poll", true, "hideResponseInput", true));
        assertThat(question.beside()).isEqualTo(Map.of("image", new Code(address)));
    }

    private static OpenChallenge open(String question, boolean answered) {
        return new OpenChallenge("0123", question, "", Optional.empty(), "", answered);
    }

    /** The values are those of section 2.14 of the reference, computed independently. */
    @ParameterizedTest
    @CsvSource({"0000000000, 687157", "1234567890, 086548", "4294967295, 482040"})
    void aResponseIsRightToItsQuestionAlone(String question, String response) {
        assertThat(confirmed(token(SECRET), question, response)).isEqualTo(Outcome.RIGHT);
        assertThat(confirmed(token(SECRET), "1111111111", response)).isEqualTo(Outcome.GUESSED);
        assertThat(confirmed(token(SECRET), question, response + "0")).isEqualTo(Outcome.GUESSED);
        assertThat(confirmed(token(SECRET, "session", "aa"), question, response))
                .isEqualTo(Outcome.GUESSED);
    }

    private Outcome confirmed(TokenView token, String question, String response) {
        Credential credential =
                new Credential(Secret.EMPTY, Map.of("response", response), Optional.empty(), Gathered.NOTHING);
        return type.confirm(token, open(question, false), credential, now())
                .orElseThrow()
                .outcome();
    }

    @Test
    void aTokenWithoutASecretKnowsNoResponse() {
        String ofEmptyKey = Ocra.of(OcraSuite.read(SUITE), Secret.of("00"), Secret.EMPTY)
                .orElseThrow()
                .response(new byte[] {0}, new Ocra.Moment(0, "", 0));

        assertThat(confirmed(token(""), "0000000000", ofEmptyKey)).isEqualTo(Outcome.GUESSED);
    }

    @Test
    void aLogInIsRightOnceTheTelephoneHasAnswered() {
        Credential typed = Credential.of(Secret.of("123456"));

        assertThat(type.judge(token(SECRET), typed, now())).isEqualTo(Judgement.WRONG);
        assertThat(type.judge(token(SECRET), typed.answering(open("1", false)), now()))
                .isEqualTo(Judgement.UNANSWERED);
        assertThat(type.judge(token(SECRET), typed.answering(open("1", true)), now()))
                .isEqualTo(Judgement.RIGHT);
    }

    @Test
    void theEndpointSaysWhatIsMissing() {
        assertThatThrownBy(() -> answer("action", "other"))
                .hasMessage("Allowed actions are ['metadata', 'enrollment', 'authentication']");
        assertThatThrownBy(() -> answer("userId", "u", "sessionKey", "1", "operation", "login"))
                .hasMessage("Missing parameter: 'response'");
        assertThatThrownBy(() -> answer("action", "metadata", "session", "aa", "serial", "NONE"))
                .hasMessage("Invalid Session");
        assertThat(answer("userId", "u", "sessionKey", "1", "operation", "login", "response", "1"))
                .isEqualTo("INVALID_CHALLENGE");
    }

    private String answer(String... pairs) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return type.endpoint()
                .orElseThrow()
                .answer(new TypeCall("POST", fields), Optional.empty(), now())
                .document()
                .text();
    }
}
