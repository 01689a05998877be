package org.symbolon.command.tokentype.webauthn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.KeyOffline;
import org.symbolon.command.tokentype.Nameless;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.webauthn.TrustAnchors.Anchors;
import org.symbolon.command.tokentype.webauthn.WebauthnState.Certificate;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/**
 * Keys of devices, by the Web Authentication standard. The device makes a key for one domain and signs with it what it is asked,
 * after somebody has touched it. The token's counter is how often the device has signed.
 */
public final class WebauthnType implements TokenType, Nameless, KeyOffline {

    private static final int CHALLENGE_BYTES = 32;
    private static final int ENROLMENT = 404;
    private static final int POLICY = 303;
    private static final int OTP_LENGTH = 6;

    @Override
    public TypeDescription describe() {
        return WebauthnDescription.DESCRIPTION;
    }

    @Override
    public Optional<Inquiry<?>> gather(EnrolmentRequest request) {
        return isSecond(request)
                ? anchors(request).map(wanted -> wanted)
                : enrolledBefore(request).map(wanted -> wanted);
    }

    private static boolean isSecond(EnrolmentRequest request) {
        return !request.text(WebauthnDescription.ATTESTATION, "").isEmpty()
                || !request.text(WebauthnDescription.CLIENT_DATA, "").isEmpty();
    }

    private static Optional<TrustAnchors> anchors(EnrolmentRequest request) {
        return level(request) == Attestations.TRUSTED
                ? request.settings().text(TrustAnchors.SETTING).map(TrustAnchors::new)
                : Optional.empty();
    }

    /** What the device must not have made a key for before, where policies say so. */
    static Optional<OwnTokens> enrolledBefore(EnrolmentRequest request) {
        return request.circumstances().terms().flag(WebauthnActions.AVOIDS_DOUBLES)
                ? request.owner().map(owner -> new OwnTokens(owner, Set.of(WebauthnDescription.NAME)))
                : Optional.empty();
    }

    private static Attestations level(EnrolmentRequest request) {
        return Attestations.named(levelName(request));
    }

    private static String levelName(EnrolmentRequest request) {
        return request.circumstances()
                .terms()
                .text(WebauthnActions.ATTESTATION_LEVEL)
                .orElse("untrusted");
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        RelyingParty party = RelyingParty.of(request.circumstances().terms());
        return isSecond(request) ? finish(request, party) : begin(request, party);
    }

    private static EnrolmentStep begin(EnrolmentRequest request, RelyingParty party) {
        if (request.owner().isEmpty()) {
            throw Refusal.missing("user");
        }
        String challenge = request.randomness().hex(CHALLENGE_BYTES);
        String message = request.circumstances()
                .terms()
                .text(WebauthnActions.CHALLENGE_TEXT)
                .orElse(WebauthnDescription.CHALLENGE_TEXT);
        Question question = Question.saying(message)
                .about(challenge, "")
                .by(ClientMode.WEBAUTHN, new RegistrationOptions(request).of(party, challenge), null);
        return step(null, TypeState.of(0L, Map.of()), List.of())
                .waitingInUse()
                .asking(question)
                .within("webAuthnRegisterRequest");
    }

    private static EnrolmentStep step(Secret credential, TypeState state, List<Disclosure> shown) {
        return EnrolmentStep.complete(credential, OTP_LENGTH, state, shown);
    }

    private static EnrolmentStep finish(EnrolmentRequest request, RelyingParty party) {
        OpenChallenge asked = request.challenge()
                .orElseThrow(() ->
                        refused("The enrollment challenge does not exist or has timed out for " + request.serial()));
        String origin = required(request, WebauthnDescription.ORIGIN);
        NewCredential credential = registration(request, party, asked, origin)
                .credential(
                        required(request, WebauthnDescription.CLIENT_DATA),
                        required(request, WebauthnDescription.ATTESTATION),
                        request.text(WebauthnDescription.REGISTRATION_EXTENSIONS, ""))
                .orElseThrow(WebauthnType::notEnrolled);
        requireAllowed(credential, request.circumstances().terms());
        String description = describedAs(request, credential);
        return step(
                        Secret.of(credential.id()),
                        WebauthnState.enrolled(credential, party, origin, levelName(request)),
                        List.of(new Disclosure.Only(
                                Map.of("webAuthnRegisterResponse", Map.of("subject", description)))))
                .describedAs(description)
                .alone(new EnrolmentStep.Unique(CredentialKey.KIND, credential.id(), notEnrolled()));
    }

    private static Registration registration(
            EnrolmentRequest request, RelyingParty party, OpenChallenge asked, String origin) {
        return new Registration(
                asked.challenge(),
                origin,
                party.id(),
                Verification.isRequiredBy(request.circumstances().terms()),
                level(request),
                anchors(request).flatMap(request.gathered()::to).orElse(Anchors.NONE),
                request.circumstances().now());
    }

    private static void requireAllowed(NewCredential credential, TypeTerms terms) {
        if (!new DeviceRules(terms)
                .allow(credential.model(), credential.certificate().map(Certificate::of))) {
            throw Refusal.of(POLICY, "The WebAuthn token is not allowed to be registered due to a policy restriction.");
        }
    }

    private static String describedAs(EnrolmentRequest request, NewCredential credential) {
        return request.text("description")
                .filter(said -> !said.isEmpty())
                .or(() -> request.token().map(TokenView::description).filter(said -> !said.isEmpty()))
                .orElseGet(credential::description);
    }

    private static String required(EnrolmentRequest request, String parameter) {
        return request.text(parameter).filter(text -> !text.isEmpty()).orElseThrow(() -> Refusal.missing(parameter));
    }

    private static Refusal notEnrolled() {
        return refused("Could not enroll webauthn token!");
    }

    private static Refusal refused(String message) {
        return Refusal.of(ENROLMENT, message);
    }

    @Override
    public Question ask(TokenView token, Asking asking) {
        TypeTerms terms = asking.circumstances().terms();
        String challenge = asking.shared(String.class, "challenge", () -> asking.circumstances()
                .randomness()
                .hex(CHALLENGE_BYTES));
        Map<String, Object> needed = Map.of(
                "webAuthnSignRequest", SignRequest.of(token, challenge, terms), "hideResponseInput", true, "img", "");
        return Question.saying(text(token, terms)).about(challenge, "").by(ClientMode.WEBAUTHN, needed, "");
    }

    private static String text(TokenView token, TypeTerms terms) {
        return terms.text(WebauthnActions.CHALLENGE_TEXT)
                .orElse(WebauthnDescription.CHALLENGE_TEXT + " ({0!s})")
                .replace("{0!s}", token.description())
                .replace("{0}", token.description())
                .replace("{}", token.description());
    }

    @Override
    public boolean asksAnybody(TypeTerms terms) {
        return terms.flag(WebauthnActions.USERNAMELESS);
    }

    @Override
    public Map<String, Object> invitation(String challenge, TypeTerms terms) {
        return Map.of("hideResponseInput", false, "webAuthnSignRequest", SignRequest.ofAnybody(challenge, terms));
    }

    @Override
    public Optional<String> serial(Map<String, String> fields) {
        return AnswerField.USER_HANDLE.in(fields).flatMap(UserHandle::serial);
    }

    @Override
    public Optional<byte[]> challenge(Map<String, String> fields) {
        return Assertion.challenge(fields);
    }

    /** Only what answers a challenge can be right. */
    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        WebauthnState state = WebauthnState.of(token.state());
        Optional<OpenChallenge> asked =
                credential.challenge().filter(open -> !open.challenge().isEmpty());
        if (asked.isEmpty() || state.publicKey().isEmpty() || !isOf(credential, token.serial())) {
            return Judgement.WRONG;
        }
        boolean verifies = Verification.isRequiredBy(now.terms())
                || Verification.isRemembered(asked.get().data());
        OptionalLong signed =
                new Assertion(credential, asked.get().challenge(), verifies).signedBy(state.key(token.secret()));
        if (signed.isEmpty()) {
            return Judgement.WRONG;
        }
        if (!new DeviceRules(now.terms()).allow(state.model(), state.certificate())) {
            throw Refusal.of(POLICY, "The WebAuthn token is not allowed to authenticate due to a policy restriction.");
        }
        return Judgement.right(StateChange.counter(signed.getAsLong()));
    }

    /** The user whom the device knows is the token, as a text or encoded; some devices say none. */
    private static boolean isOf(Credential credential, String serial) {
        return AnswerField.USER_HANDLE
                .in(credential.fields())
                .map(handle -> UserHandle.names(handle, serial))
                .orElse(true);
    }

    @Override
    public Optional<Map<String, String>> offlineKey(TokenView token) {
        WebauthnState state = WebauthnState.of(token.state());
        return state.publicKey().isEmpty()
                ? Optional.empty()
                : Optional.of(Map.of(
                        "pubKey",
                        state.publicKey(),
                        "credentialId",
                        Encoding.ofHex(token.secret().reveal()),
                        "rpId",
                        state.relyingPartyId()));
    }
}
