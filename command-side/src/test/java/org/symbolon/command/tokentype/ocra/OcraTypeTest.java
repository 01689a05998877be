package org.symbolon.command.tokentype.ocra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Code;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.Requests;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.ocra.Ocra.Moment;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/** A response is right to the question that was asked, once. */
class OcraTypeTest {

    private static final Secret SEED = Secret.of("3132333435363738393031323334353637383930");
    private static final Instant NOW = Instant.parse("2026-11-30T22:00:00Z");

    private final OcraType type = new OcraType();
    private final FakeSettings settings = new FakeSettings();
    private int seed;
    private Instant time = NOW;

    private Circumstances now() {
        return new Circumstances(time, settings, Chance.seeded(++seed));
    }

    private static TokenView token(String suite) {
        return token(TypeState.of(0L, Map.of("ocrasuite", suite, "ocra.pin", new Sealed("k", "sealed"))));
    }

    private static TokenView token(TypeState state) {
        return new TokenView(
                "OCRA1",
                6,
                10,
                1000,
                "",
                state,
                Map.of(),
                "",
                new TokenSecrets(() -> SEED, Optional::empty, (name, box) -> Secret.of("1234")));
    }

    private Question ask(TokenView token, String... fields) {
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            seen.put(fields[i], fields[i + 1]);
        }
        return type.ask(token, new Asking("please", "07", new HashMap<>(), now(), seen));
    }

    private Judgement judge(TokenView token, String question, String response) {
        return judge(token, question, response, Map.of());
    }

    private Judgement judge(TokenView token, String question, String response, Map<String, String> fields) {
        OpenChallenge open = new OpenChallenge("07", question, "", Optional.empty(), "", false);
        return type.judge(
                token, new Credential(Secret.of(response), fields, Optional.of(open), Gathered.NOTHING), now());
    }

    private static String response(String suite, String question, long counter, String session, long step) {
        OcraSuite read = OcraSuite.read(suite);
        return Ocra.of(read, SEED, Secret.of("1234"))
                .orElseThrow()
                .response(Ocra.question(read.format(), question).orElseThrow(), new Moment(counter, session, step));
    }

    @ParameterizedTest
    @CsvSource({
        "OCRA-1:HOTP-SHA1-6:QN08, [0-9]{8}",
        "OCRA-1:HOTP-SHA1-6:QA10, [0-9A-Za-z]{10}",
        "OCRA-1:HOTP-SHA1-8:QH40, [0-9a-f]{40}"
    })
    void aQuestionIsDrawnAsTheSuiteSays(String suite, String form) {
        Question question = ask(token(suite));

        assertThat(question.message()).isEqualTo("please");
        assertThat(question.challenge())
                .matches(form)
                .isNotEqualTo(ask(token(suite)).challenge());
        assertThat(question.attributes()).isEqualTo(Map.of("challenge", question.challenge()));
    }

    @Test
    void theClientMaySayWhatIsAsked() {
        Question question = ask(token("OCRA-1:HOTP-SHA1-6:QA10"), "challenge", "to Bob: 10");

        assertThat(question.attributes())
                .isEqualTo(Map.of(
                        "challenge",
                        "to Bob: 10",
                        "original_challenge",
                        "to Bob: 10",
                        "qrcode",
                        new Code("to Bob: 10")));
    }

    @ParameterizedTest
    @CsvSource({"1, 06a0ff0d6db6b8ac6ae2b41a21b04bbb8d3b1d09, sha1", "sha256, '', sha256", "sha512, '', sha512"})
    void whatIsAskedCanBeHashed(String how, String ignored, String name) throws Exception {
        Question question = ask(token("OCRA-1:HOTP-SHA1-8:QH40"), "challenge", "pay 10", "hashchallenge", how);
        byte[] hash = java.security.MessageDigest.getInstance(name.replace("sha", "SHA-"))
                .digest("pay 10".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(question.challenge()).isEqualTo(java.util.HexFormat.of().formatHex(hash));
        assertThat(question.attributes()).containsEntry("original_challenge", "pay 10");
    }

    @Test
    void chanceCanBeAddedToWhatIsAsked() {
        Question question = ask(token("OCRA-1:HOTP-SHA1-6:QA40"), "challenge", "pay", "addrandomchallenge", "20");

        assertThat(question.challenge()).matches("pay[0-9A-Za-z]{20}");
        assertThat(question.attributes()).containsEntry("qrcode", new Code(question.challenge()));
    }

    @ParameterizedTest
    @CsvSource({
        "OCRA-1:HOTP-SHA1-6:QN08, 12x, 0",
        "OCRA-1:HOTP-SHA1-8:QH40, pay, 0",
        "OCRA-1:HOTP-SHA1-8:QA40, pay, 129",
        "OCRA-1:HOTP-SHA1-8:QA40, pay, many"
    })
    void whatTheSuiteDoesNotAllowIsRefused(String suite, String challenge, String chance) {
        assertThatThrownBy(() -> ask(token(suite), "challenge", challenge, "addrandomchallenge", chance))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theResponseToTheQuestionIsRight() {
        String suite = "OCRA-1:HOTP-SHA1-6:QN08";
        String right = response(suite, "12345678", 0, "", 0);

        assertThat(judge(token(suite), "12345678", right)).isInstanceOf(Judgement.Right.class);
        assertThat(judge(token(suite), "12345679", right)).isEqualTo(Judgement.WRONG);
        assertThat(judge(token(suite), "12345678", "")).isEqualTo(Judgement.WRONG);
        assertThat(type.judge(token(suite), Credential.of(Secret.of(right)), now()))
                .isEqualTo(Judgement.WRONG);
    }

    /** Whoever may say what is asked has perhaps seen the response before. */
    @Test
    void aQuestionThatWasAnsweredIsNotAskedAgain() {
        String suite = "OCRA-1:HOTP-SHA1-6:QN08";
        TokenView token = token(suite);
        String right = response(suite, "12345678", 0, "", 0);
        TokenView answered =
                token(token.state().after(judge(token, "12345678", right).change()));

        assertThat(judge(answered, "12345678", right)).isEqualTo(Judgement.WRONG);
        assertThatThrownBy(() -> ask(answered, "challenge", "12345678"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Parameter 'challenge' was answered before");
        assertThat(ask(answered, "challenge", "12345679").challenge()).isEqualTo("12345679");
    }

    @Test
    void theLast64AnsweredQuestionsAreRemembered() {
        String suite = "OCRA-1:HOTP-SHA1-6:QN08";
        TokenView token = token(suite);
        for (int number = 0; number < 65; number++) {
            String question = "%08d".formatted(number);
            token = token(token.state()
                    .after(judge(token, question, response(suite, question, 0, "", 0))
                            .change()));
        }

        assertThat(token.state().text("ocra.answered").orElseThrow()).hasSize(64 * 16);
        assertThat(judge(token, "00000001", response(suite, "00000001", 0, "", 0)))
                .isEqualTo(Judgement.WRONG);
    }

    @Test
    void aCounterMovesAndNoValueIsRightTwiceInAnyOrder() {
        String suite = "OCRA-1:HOTP-SHA256-8:C-QN08-PSHA1";
        Random random = new Random(5);
        TokenView token = token(suite);
        long next = 0;
        for (int attempt = 0; attempt < 200; attempt++) {
            long used = Math.max(0, next - 3 + random.nextInt(16));
            Judgement judged = judge(token, "12345678", response(suite, "12345678", used, "", 0));
            boolean inWindow = used >= next && used < next + 10;
            assertThat(judged).isEqualTo(inWindow ? Judgement.right(StateChange.counter(used + 1)) : Judgement.WRONG);
            token = token(token.state().after(judged.change()));
            next = inWindow ? used + 1 : next;
        }
    }

    @ParameterizedTest
    @CsvSource({"-181, false", "-180, true", "0, true", "180, true", "240, false"})
    void theClockOfADeviceMayBeWrongByAsMuchAsTheSettingSays(int seconds, boolean right) {
        String suite = "OCRA-1:HOTP-SHA512-8:QN08-T1M";
        time = Instant.ofEpochSecond(60_000_000);
        long step = Math.floorDiv(60_000_000 + seconds, 60);

        assertThat(judge(token(suite), "12345678", response(suite, "12345678", 0, "", step)) instanceof Judgement.Right)
                .isEqualTo(right);
    }

    @Test
    void theSessionMustBeTheSame() {
        String suite = "OCRA-1:HOTP-SHA256-8:QN08-S064";
        String right = response(suite, "12345678", 0, "session 7", 0);

        assertThat(judge(token(suite), "12345678", right, Map.of("ocrasession", "session 7")))
                .isInstanceOf(Judgement.Right.class);
        assertThat(judge(token(suite), "12345678", right, Map.of("ocrasession", "session 8")))
                .isEqualTo(Judgement.WRONG);
        assertThat(judge(token(suite), "12345678", right)).isEqualTo(Judgement.WRONG);
    }

    @Test
    void aWholeHashIsRightInEitherCase() {
        String suite = "OCRA-1:HOTP-SHA1-0:QN08";
        String whole = response(suite, "12345678", 0, "", 0);

        assertThat(judge(token(suite), "12345678", whole.toUpperCase(java.util.Locale.ROOT)))
                .isInstanceOf(Judgement.Right.class);
        assertThat(judge(token(suite), "12345678", "0")).isEqualTo(Judgement.WRONG);
    }

    @Test
    void anEnrolmentKeepsTheSuiteAndThePinOfTheDevice() {
        EnrolmentStep plain = type.enrol(Requests.with("otpkey", SEED.reveal()));
        EnrolmentStep withPin = type.enrol(
                Requests.with("genkey", "1", "ocrasuite", "OCRA-1:HOTP-SHA256-8:C-QN08-PSHA1", "ocra.pin", "1234"));

        assertThat(plain.state().entries()).isEqualTo(Map.of("ocrasuite", "OCRA-1:HOTP-SHA1-8:QH40"));
        assertThat(withPin.secrets()).isEqualTo(Map.of("ocra.pin", Secret.of("1234")));
        assertThat(withPin.secret().length()).isEqualTo(64);
    }

    @ParameterizedTest
    @CsvSource({
        "OCRA-1:HOTP-SHA256-8:QN08-PSHA1, Missing parameter: 'ocra.pin'",
        "OCRA-1:NONE, Unknown OCRA suite in parameter 'ocrasuite'"
    })
    void whatNoDeviceCouldAnswerIsNotEnrolled(String suite, String message) {
        assertThatThrownBy(() -> type.enrol(Requests.with("genkey", "1", "ocrasuite", suite)))
                .isInstanceOf(Refusal.class)
                .hasMessage(message);
    }
}
