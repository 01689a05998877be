package org.symbolon.command.tokentype.tiqr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.command.tokentype.Code;
import org.symbolon.command.tokentype.Confirmation;
import org.symbolon.command.tokentype.Confirmation.Outcome;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.Selective;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Mode;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescription.Trigger;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeEndpoint;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.TypeSetting;
import org.symbolon.command.tokentype.ocra.Ocra;
import org.symbolon.command.tokentype.ocra.Ocra.Moment;
import org.symbolon.command.tokentype.ocra.OcraSuite;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

/**
 * The tiqr app on a telephone: its owner scans a question where he wants to log in, and the app sends the response (OCRA, RFC 6287)
 * here, while the log-in waits for it. The app makes the secret, when it has scanned what an enrolment shows.
 */
public final class TiqrType implements Selective {

    private static final String PROMPT = "Please scan the QR Code";
    private static final int SESSION_BYTES = 20;
    private static final int PRESET_LENGTH = 6;
    private static final Moment NO_MOMENT = new Moment(0, "", 0);

    /** From 128 bits, as RFC 4226 wants, to the most that HMAC has a use for. */
    private static final String SOUND_SECRET = "(?:[0-9a-fA-F]{2}){16,128}";

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    "tiqr", "TiQR", "TiQR: Enroll a TiQR token.")
            .loggingInBy(Mode.AUTHENTICATE, Mode.CHALLENGE, Mode.OUT_OF_BAND)
            .triggered(Trigger.ALWAYS)
            .challenging(ClientMode.POLL, PROMPT)
            .taking(TypeParameter.text(TiqrState.SUITE, "What its responses are computed of (RFC 6287)."))
            .goingBy(TiqrSettings.ALL.toArray(TypeSetting[]::new))
            .keeping(TiqrState.ENTRIES)
            .with(Trait.OFFERED, Trait.SELF_SERVICE, Trait.SENDS)
            .build();

    private static final TypeEndpoint ENDPOINT = new TiqrEndpoint();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    /** What comes with a session is the part of a telephone. */
    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        Optional<String> session = request.text(TiqrEndpoint.SESSION)
                .filter(text -> request.token().isPresent());
        return session.isPresent() ? taken(request, session.get()) : begun(request);
    }

    private static EnrolmentStep begun(EnrolmentRequest request) {
        if (request.owner().isEmpty()) {
            throw Refusal.missing("user");
        }
        TiqrSettings settings = new TiqrSettings(request.settings());
        OcraSuite suite = suite(
                request.text(TiqrState.SUITE, "").isEmpty() ? settings.suite() : request.text(TiqrState.SUITE, ""));
        String session = request.randomness().hex(SESSION_BYTES);
        String address = "tiqrenroll://" + settings.enrolling("metadata", session, request.serial());
        return EnrolmentStep.complete(
                Secret.EMPTY,
                request.settings().number("DefaultOtpLen", PRESET_LENGTH),
                TiqrState.waiting(suite, session),
                List.of(new Disclosure.TiqrUrl(Secret.of(address))));
    }

    /** Neither a counter, nor a PIN, a session or the time are known to the app. */
    private static OcraSuite suite(String text) {
        OcraSuite suite = OcraSuite.read(text);
        boolean more = suite.counted()
                || suite.pinHash().isPresent()
                || suite.sessionBytes().isPresent()
                || suite.stepSeconds().isPresent();
        if (more || suite.digits() == 0) {
            throw Refusal.parameter("Parameter '" + TiqrState.SUITE + "' must be a suite of a question alone");
        }
        return suite;
    }

    private static EnrolmentStep taken(EnrolmentRequest request, String session) {
        TokenView token = request.token().orElseThrow();
        TiqrState state = new TiqrState(token);
        if (!isOf(state, session)) {
            throw TiqrEndpoint.invalidSession();
        }
        String secret = request.text(TiqrEndpoint.SECRET, "");
        if (!secret.matches(SOUND_SECRET)) {
            throw Refusal.parameter(
                    "Parameter '" + TiqrEndpoint.SECRET + "' must have from 32 to 256 hexadecimal digits");
        }
        return EnrolmentStep.complete(
                Secret.of(secret.toLowerCase(Locale.ROOT)), token.otpLength(), state.taken(), List.of());
    }

    static boolean isOf(TiqrState state, String session) {
        return state.session()
                .filter(known -> MessageDigest.isEqual(known.getBytes(UTF_8), session.getBytes(UTF_8)))
                .isPresent();
    }

    /** Until a telephone has taken it, a token is there for no log-in. */
    @Override
    public boolean isFor(TokenView token, Map<String, String> fields) {
        return new TiqrState(token).isTaken();
    }

    @Override
    public Question ask(TokenView token, Asking asking) {
        TiqrState state = new TiqrState(token);
        TiqrSettings settings = new TiqrSettings(asking.circumstances().settings());
        Holder owner = asking.circumstances().holder();
        String question = state.suite().drawn(asking.circumstances().randomness());
        String address = "tiqrauth://" + TiqrSettings.encoded(TiqrState.userId(owner)) + "@" + settings.service() + "/"
                + asking.transactionId() + "/" + question + "/" + TiqrSettings.encoded(TiqrState.displayName(owner));
        Code code = new Code(address);
        Map<String, Object> needed = Map.of("img", code, "value", address, "poll", true, "hideResponseInput", true);
        return Question.saying(PROMPT)
                .about(question, "")
                .by(ClientMode.POLL, needed, null)
                .beside(Map.of("image", code));
    }

    /** What answers a challenge has come by the other way before, or not at all: nothing that is typed is right. */
    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        if (credential.challenge().isEmpty()) {
            return Judgement.WRONG;
        }
        return credential.challenge().filter(OpenChallenge::answered).isPresent()
                ? Judgement.RIGHT
                : Judgement.UNANSWERED;
    }

    @Override
    public Optional<Confirmation> confirm(
            TokenView token, OpenChallenge challenge, Credential credential, Circumstances now) {
        return credential
                .field(TiqrEndpoint.RESPONSE)
                .map(response -> isRight(token, challenge.challenge(), response) ? Outcome.RIGHT : Outcome.GUESSED)
                .map(outcome -> new Confirmation(outcome, StateChange.NONE));
    }

    private static boolean isRight(TokenView token, String asked, String response) {
        TiqrState state = new TiqrState(token);
        if (!state.isTaken()) {
            return false;
        }
        Optional<byte[]> question = Ocra.question(state.suite().format(), asked);
        return question.flatMap(bytes -> Ocra.of(state.suite(), token.secret(), Secret.EMPTY)
                        .map(computer -> computer.response(bytes, NO_MOMENT)))
                .filter(right -> MessageDigest.isEqual(right.getBytes(UTF_8), response.getBytes(UTF_8)))
                .isPresent();
    }

    @Override
    public Optional<TypeEndpoint> endpoint() {
        return Optional.of(ENDPOINT);
    }
}
