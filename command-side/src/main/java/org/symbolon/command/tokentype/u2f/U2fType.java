package org.symbolon.command.tokentype.u2f;

import java.security.cert.CertificateException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
import org.symbolon.command.tokentype.TypeEndpoint;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/**
 * Keys of devices by FIDO U2F, the forerunner of Web Authentication. The device signs with the key what it is asked, after somebody has
 * touched it. The token's counter is how often the device has signed.
 */
public final class U2fType implements TokenType {

    private static final String VERSION = "U2F_V2";
    private static final int CHALLENGE_BYTES = 32;
    private static final int POLICY = 303;
    private static final int OTP_LENGTH = 6;
    private static final int PATIENCE_MILLISECONDS = 60_000;

    @Override
    public TypeDescription describe() {
        return U2fDescription.DESCRIPTION;
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        return given(request, U2fDescription.REGISTRATION)
                .map(made -> finish(request, made))
                .orElseGet(() -> begin(request));
    }

    private static Optional<String> given(EnrolmentRequest request, String parameter) {
        return request.text(parameter).filter(text -> !text.isEmpty());
    }

    private static EnrolmentStep begin(EnrolmentRequest request) {
        String appId = request.settings()
                .text(U2fDescription.APP_ID)
                .map(text -> text.strip().replaceFirst("/+$", ""))
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Refusal.tokenAdmin("You need to define the appId in the token config!"));
        String challenge = request.randomness().hex(CHALLENGE_BYTES);
        Map<String, Object> asked = Map.of("version", VERSION, "challenge", Bytes.encoded(challenge), "appId", appId);
        return step(
                        null,
                        U2fState.asking(appId, challenge),
                        new Disclosure.Details(Map.of("u2fRegisterRequest", asked)))
                .waitingInUse();
    }

    private static EnrolmentStep step(Secret handle, TypeState state, Disclosure shown) {
        return EnrolmentStep.complete(handle, OTP_LENGTH, state, List.of(shown));
    }

    private static EnrolmentStep finish(EnrolmentRequest request, String made) {
        TokenView token = request.token()
                .filter(known -> known.rolloutState().equals(EnrolmentStep.WAITING))
                .orElseThrow(() -> Refusal.tokenAdmin("regdata provided but token not in clientwait rollout_state."));
        U2fState state = U2fState.of(token.state());
        ClientData said = ClientData.of(
                        given(request, Signed.CLIENT_DATA).orElseThrow(() -> Refusal.missing(Signed.CLIENT_DATA)))
                .filter(data -> data.isAbout("typ", "navigator.id.finishEnrollment") && data.asks(state.asked()))
                .orElseThrow(() -> Refusal.parameter("The device was asked something else."));
        Registration registration = Registration.of(made)
                .filter(found -> found.isSignedFor(state.appId(), said))
                .orElseThrow(() -> Refusal.parameter("The device has not signed that it has made a key."));
        requireAllowed(registration, request.circumstances());
        String description = described(request, token, registration);
        Map<String, Object> told = Map.of("u2fRegisterResponse", Map.of("subject", description));
        return step(
                        Secret.of(registration.handle()),
                        U2fState.enrolled(state.appId(), registration),
                        new Disclosure.Only(told))
                .describedAs(description);
    }

    private static void requireAllowed(Registration made, Circumstances now) {
        if (!U2fState.Maker.of(made.certificate()).fits(now.terms().text(U2fDescription.MAKERS))) {
            throw Refusal.of(POLICY, "The U2F device is not allowed to be registered due to policy restriction.");
        }
        if (now.terms().flag(U2fDescription.ANY_TIME)) {
            return;
        }
        try {
            made.certificate().checkValidity(Date.from(now.now()));
        } catch (CertificateException expired) {
            throw Refusal.parameter("The certificate of the device is not good at this time.");
        }
    }

    private static String described(EnrolmentRequest request, TokenView token, Registration made) {
        String name = made.name();
        return given(request, "description")
                .or(() -> Optional.of(token.description()).filter(said -> !said.isEmpty()))
                .orElse(name.substring(0, Math.min(name.length(), Limits.DESCRIPTION)));
    }

    @Override
    public Question ask(TokenView token, Asking asking) {
        String challenge = asking.shared(String.class, "challenge", () -> asking.circumstances()
                .randomness()
                .hex(CHALLENGE_BYTES));
        String text = asking.circumstances().terms().text(U2fDescription.TEXT).orElse(U2fDescription.PRESET_TEXT);
        for (String place : List.of("<description>", "{0!s}", "{0}")) {
            text = text.replace(place, token.description());
        }
        return Question.saying(text)
                .about(challenge, "")
                .by(ClientMode.U2F, needed(token, Bytes.encoded(challenge)), "");
    }

    /** What browsers of old need, and beside it what those need that know WebAuthn alone. */
    private static Map<String, Object> needed(TokenView token, String challenge) {
        String appId = U2fState.of(token.state()).appId();
        String handle = Bytes.encoded(token.secret().reveal());
        Map<String, Object> ofU2f =
                Map.of("appId", appId, "version", VERSION, "challenge", challenge, "keyHandle", handle);
        Map<String, Object> ofWebAuthn = Map.of(
                "challenge",
                challenge,
                "allowCredentials",
                List.of(Map.of("type", "public-key", "id", handle)),
                "rpId",
                Signed.host(appId).orElse(""),
                "userVerification",
                "discouraged",
                "timeout",
                PATIENCE_MILLISECONDS,
                "extensions",
                Map.of("appid", appId));
        return Map.of("u2fSignRequest", ofU2f, "webAuthnSignRequest", ofWebAuthn, "hideResponseInput", true, "img", "");
    }

    /** Only what answers a challenge can be right, and only what was signed after all that was signed before. */
    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        Optional<String> asked =
                credential.challenge().map(OpenChallenge::challenge).filter(challenge -> !challenge.isEmpty());
        if (asked.isEmpty()) {
            return Judgement.WRONG;
        }
        U2fState state = U2fState.of(token.state());
        OptionalLong signed = new Signed(credential, asked.get()).by(state, token.secret());
        if (signed.isEmpty() || signed.getAsLong() <= state.signed()) {
            return Judgement.WRONG;
        }
        if (!state.maker().fits(now.terms().text(U2fDescription.MAKERS))) {
            throw Refusal.of(POLICY, "The U2F device is not allowed to authenticate due to policy restriction.");
        }
        return Judgement.right(StateChange.counter(signed.getAsLong()));
    }

    @Override
    public Optional<TypeEndpoint> endpoint() {
        return Optional.of(new FacetsEndpoint());
    }
}
