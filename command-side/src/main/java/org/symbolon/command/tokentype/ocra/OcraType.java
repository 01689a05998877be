package org.symbolon.command.tokentype.ocra;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Trigger;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.TypeSetting;
import org.symbolon.command.tokentype.oath.OathSeed;
import org.symbolon.command.tokentype.ocra.Ocra.Moment;
import org.symbolon.events.shared.Secret;

/**
 * Devices that compute a response to a question (RFC 6287). The token's counter is the next one that may be used, where its suite has
 * one.
 */
public final class OcraType implements TokenType {

    static final String NAME = "ocra";

    private static final String LENGTH = "otplen";
    private static final String SESSION = "ocrasession";
    private static final String WINDOW = "ocra.timeWindow";
    private static final int PRESET_WINDOW = 180;
    private static final int PRESET_LENGTH = 6;
    private static final int MOST_LENGTH = 128;

    /** Whatever the windows are, one answer costs no more than so many responses. */
    private static final int MOST_TRIED = 10_000;

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME, "OCRA", "OCRA: Enroll an OCRA token.")
            .triggered(Trigger.ALWAYS)
            .challenging(ClientMode.INTERACTIVE, "Please answer the challenge")
            .taking(
                    TypeParameter.text(OcraState.SUITE, "What its responses are computed of (RFC 6287).")
                            .or(OcraSuite.PRESET),
                    TypeParameter.secret(OcraState.PIN, "What is typed into the device, where the suite has a PIN."),
                    TypeParameter.flag("genkey", "Has the server make the seed."),
                    TypeParameter.number("keysize", "How many bytes a seed that is made has."),
                    TypeParameter.secret("otpkey", "The seed in hexadecimal digits."),
                    TypeParameter.choice("otpkeyformat", "How the seed is written.", "hex", "base32check"),
                    TypeParameter.number(LENGTH, "What the token's list says its values' length is."))
            .goingBy(TypeSetting.open(
                    WINDOW,
                    TypeParameter.Kind.NUMBER,
                    Integer.toString(PRESET_WINDOW),
                    "By how many seconds the clock of a device may be wrong, where its suite has the time."))
            .keeping(OcraState.ENTRIES)
            .seeing(OcraQuestion.CHALLENGE, OcraQuestion.MORE_CHANCE, OcraQuestion.HASHED, SESSION)
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        OcraSuite suite = OcraSuite.read(
                request.text(OcraState.SUITE).filter(text -> !text.isEmpty()).orElse(OcraSuite.PRESET));
        Secret seed = OathSeed.of(request, suite.algorithm());
        int length = request.number(LENGTH, request.settings().number("DefaultOtpLen", PRESET_LENGTH), 1, MOST_LENGTH);
        EnrolmentStep step =
                EnrolmentStep.complete(seed, length, OcraState.begun(suite), List.of(new Disclosure.Seed(seed)));
        return suite.pinHash().isPresent() ? step.keeping(Map.of(OcraState.PIN, pin(request))) : step;
    }

    private static Secret pin(EnrolmentRequest request) {
        String pin = request.text(OcraState.PIN)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Refusal.missing(OcraState.PIN));
        return Secret.of(Limits.check(OcraState.PIN, pin, Limits.PIN));
    }

    @Override
    public Question ask(TokenView token, Asking asking) {
        OcraState state = OcraState.of(token.state());
        OcraSuite suite = OcraSuite.read(state.suite());
        Map<String, Object> attributes = new OcraQuestion(suite, state, asking).attributes();
        return Question.saying(asking.message())
                .about(attributes.get(OcraQuestion.CHALLENGE).toString(), "")
                .by(ClientMode.INTERACTIVE, attributes, null);
    }

    /** A response is right only to the question that was asked, and to none that was answered before. */
    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        OcraState state = OcraState.of(token.state());
        OcraSuite suite = OcraSuite.read(state.suite());
        Optional<String> asked = credential
                .challenge()
                .map(OpenChallenge::challenge)
                .filter(question -> !question.isEmpty() && !state.isSpent(suite, question));
        return asked.flatMap(question -> found(token, suite, question, credential, now)
                        .map(moment -> Judgement.right(state.used(suite, question, moment.counter()))))
                .orElse(Judgement.WRONG);
    }

    /** The moment at which the response is right, the least counter first. */
    private static Optional<Moment> found(
            TokenView token, OcraSuite suite, String asked, Credential credential, Circumstances now) {
        Optional<byte[]> question = Ocra.question(suite.format(), asked);
        Optional<Ocra> computer =
                Ocra.of(suite, token.secret(), token.secret(OcraState.PIN).orElse(Secret.EMPTY));
        if (question.isEmpty() || computer.isEmpty()) {
            return Optional.empty();
        }
        Secret response = suite.digits() == 0
                ? Secret.of(credential.value().reveal().toLowerCase(Locale.ROOT))
                : credential.value();
        String session = credential.field(SESSION).orElse("");
        return counters(token, suite)
                .boxed()
                .flatMap(counter -> steps(suite, now).mapToObj(step -> new Moment(counter, session, step)))
                .limit(MOST_TRIED)
                .filter(moment -> computer.get().matches(question.get(), moment, response))
                .findFirst();
    }

    private static LongStream counters(TokenView token, OcraSuite suite) {
        long next = OcraState.of(token.state()).next();
        return suite.counted() ? LongStream.range(next, next + Math.max(1, token.countWindow())) : LongStream.of(0);
    }

    /** Those that the device may take the present one for, its clock being wrong by no more than it may. */
    private static LongStream steps(OcraSuite suite, Circumstances now) {
        if (suite.stepSeconds().isEmpty()) {
            return LongStream.of(0);
        }
        long seconds = now.now().getEpochSecond();
        long wrong = Math.max(0, now.settings().number(WINDOW, PRESET_WINDOW));
        long length = suite.stepSeconds().getAsLong();
        return LongStream.rangeClosed(Math.floorDiv(seconds - wrong, length), Math.floorDiv(seconds + wrong, length));
    }
}
