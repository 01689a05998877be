package org.symbolon.command.tokentype.passkey;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.symbolon.command.config.ChallengeValidity;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.Discoverable;
import org.symbolon.command.tokentype.EnrollableByLogin;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.KeyOffline;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.webauthn.AnswerField;
import org.symbolon.command.tokentype.webauthn.Assertion;
import org.symbolon.command.tokentype.webauthn.CredentialKey;
import org.symbolon.command.tokentype.webauthn.Encoding;
import org.symbolon.command.tokentype.webauthn.NewCredential;
import org.symbolon.command.tokentype.webauthn.OwnTokens;
import org.symbolon.command.tokentype.webauthn.OwnTokens.Found;
import org.symbolon.command.tokentype.webauthn.RelyingParty;
import org.symbolon.command.tokentype.webauthn.Verification;
import org.symbolon.command.tokentype.webauthn.WebauthnActions;
import org.symbolon.command.tokentype.webauthn.WebauthnDescription;
import org.symbolon.events.shared.Secret;

/**
 * Passkeys as privacyIDEA has them: keys by the Web Authentication standard that a device keeps and finds by itself, so that nobody has
 * to say his name.
 */
public final class PasskeyType implements EnrollableByLogin, Discoverable, KeyOffline {

    private static final int CHALLENGE_BYTES = 32;
    private static final int USER_ID_BYTES = 64;
    private static final int OTP_LENGTH = 6;
    private static final String ENROLLED = "enrolled";
    private static final int POLICY = 303;
    private static final int WITHOUT_USER = 9051;

    @Override
    public TypeDescription describe() {
        return PasskeyDescription.DESCRIPTION;
    }

    @Override
    public Optional<Inquiry<?>> gather(EnrolmentRequest request) {
        return PasskeyRegistration.isIn(request)
                ? Optional.empty()
                : owned(request).map(wanted -> wanted);
    }

    /** The keys of the owner that the device must not replace, and as whom devices know him. */
    private static Optional<OwnTokens> owned(EnrolmentRequest request) {
        return request.owner()
                .map(owner -> new OwnTokens(owner, Set.of(PasskeyDescription.NAME, WebauthnDescription.NAME)));
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        return PasskeyRegistration.isIn(request)
                ? finish(request)
                : begin(request, Question.saying("")).waiting();
    }

    /** Its last step comes with a log-in, too, which answers as {@link #enrol} is answered. */
    @Override
    public EnrolmentStep enrolByLogin(EnrolmentRequest request) {
        String message = request.circumstances()
                .terms()
                .text(PasskeyActions.CHALLENGE_TEXT)
                .orElse(prompt());
        return begin(request, Question.saying(message));
    }

    @Override
    public String prompt() {
        return PasskeyDescription.REGISTRATION_TEXT;
    }

    private static EnrolmentStep begin(EnrolmentRequest request, Question asking) {
        RelyingParty party = RelyingParty.of(request.circumstances().terms());
        if (request.owner().isEmpty()) {
            throw Refusal.of(WITHOUT_USER, "User must be provided for passkey enrollment!");
        }
        Found owned = owned(request).flatMap(request.gathered()::to).orElse(Found.NONE);
        String userId = knownAs(owned)
                .orElseGet(() -> Encoding.text(request.randomness().bytes(USER_ID_BYTES)));
        String challenge = Encoding.text(request.randomness().bytes(CHALLENGE_BYTES));
        Question question = asking.about(challenge, "")
                .validFor(seconds(request.settings()))
                .by(
                        ClientMode.WEBAUTHN,
                        Map.of(
                                "passkey_registration",
                                new CreationOptions(request).of(party, userId, challenge, owned),
                                "rollout_state",
                                EnrolmentStep.WAITING),
                        null);
        return EnrolmentStep.complete(null, OTP_LENGTH, PasskeyState.begun(party, userId), List.<Disclosure>of())
                .asking(question);
    }

    /** A user is one to his devices, whatever passkeys of his they keep. */
    private static Optional<String> knownAs(Found owned) {
        return owned.tokens().stream()
                .filter(one -> one.type().equals(PasskeyDescription.NAME))
                .flatMap(one -> PasskeyState.userId(one.token().state()).stream())
                .findFirst();
    }

    private static EnrolmentStep finish(EnrolmentRequest request) {
        PasskeyRegistration registration = new PasskeyRegistration(request);
        NewCredential credential = registration.credential();
        return EnrolmentStep.complete(
                        Secret.of(Encoding.ofHex(credential.id())),
                        OTP_LENGTH,
                        PasskeyState.enrolled(credential, registration.party()),
                        List.of(new Disclosure.Only(Map.of())))
                .at(ENROLLED)
                .describedAs(registration.description(credential))
                .alone(new EnrolmentStep.Unique(
                        CredentialKey.KIND,
                        credential.id(),
                        PasskeyRegistration.invalid("The key is another token's already.")));
    }

    private static int seconds(SystemSettings settings) {
        return new ChallengeValidity(settings).seconds(WebauthnDescription.NAME);
    }

    /** Only where its own policy says so: clients that know no passkeys could do nothing with the challenge. */
    @Override
    public boolean isTriggered(TypeTerms terms) {
        return terms.flag(PasskeyActions.TRIGGER_BY_PIN);
    }

    @Override
    public Question ask(TokenView token, Asking asking) {
        TypeTerms terms = asking.circumstances().terms();
        String challenge = asking.shared(
                String.class,
                "challenge",
                () -> Encoding.text(asking.circumstances().randomness().bytes(CHALLENGE_BYTES)));
        String verification = Verification.of(terms);
        return Question.saying(terms.text(PasskeyActions.CHALLENGE_TEXT).orElse(asking.message()))
                .about(challenge, Verification.remembered(verification))
                .validFor(seconds(asking.circumstances().settings()))
                .beside(Map.of(
                        "challenge",
                        challenge,
                        "rpId",
                        PasskeyState.of(token.state()).relyingPartyId(),
                        "userVerification",
                        verification));
    }

    @Override
    public Invitation invitation(Circumstances now) {
        TypeTerms terms = now.terms();
        String domain = terms.text(WebauthnActions.RELYING_PARTY_ID)
                .filter(said -> !said.isEmpty())
                .orElseThrow(() -> Refusal.of(
                        POLICY,
                        "Missing policy for " + WebauthnActions.RELYING_PARTY_ID + ", unable to create challenge!"));
        String verification = Verification.of(terms);
        return new Invitation(
                terms.text(PasskeyActions.CHALLENGE_TEXT).orElse(PasskeyDescription.CHALLENGE_TEXT),
                domain,
                verification,
                Verification.isRequired(verification),
                seconds(now.settings()));
    }

    @Override
    public String remembered(boolean verifies) {
        return Verification.remembered(verifies);
    }

    @Override
    public Optional<Key> key(Map<String, String> fields) {
        return CredentialKey.namedIn(fields);
    }

    @Override
    public Optional<String> challenge(Map<String, String> fields) {
        return Assertion.challenge(fields).map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
    }

    @Override
    public boolean isNew(Map<String, String> fields) {
        return fields.containsKey(PasskeyDescription.ATTESTATION);
    }

    @Override
    public Optional<String> missing(Map<String, String> fields) {
        return Stream.of(AnswerField.AUTHENTICATOR_DATA, AnswerField.CLIENT_DATA, AnswerField.SIGNATURE)
                .filter(field -> field.in(fields).isEmpty())
                .map(AnswerField::wireName)
                .findFirst()
                .or(() -> Optional.of(WebauthnDescription.ORIGIN).filter(header -> !fields.containsKey(header)));
    }

    @Override
    public Optional<Map<String, String>> offlineKey(TokenView token) {
        return PasskeyState.offlineKey(token);
    }

    @Override
    public boolean isOfflineAtOnce(TypeTerms terms) {
        return terms.flag(PasskeyActions.OFFLINE);
    }

    /** Only what answers a challenge can be right. As whom a device knows its user says nothing that its key does not. */
    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        PasskeyState state = PasskeyState.of(token.state());
        Optional<OpenChallenge> asked =
                credential.challenge().filter(open -> !open.challenge().isEmpty());
        if (asked.isEmpty() || state.publicKey().isEmpty()) {
            return Judgement.WRONG;
        }
        OptionalLong signed = new Assertion(
                        credential,
                        asked.get().challenge(),
                        Verification.isRemembered(asked.get().data()))
                .signedBy(state.key(token.secret()));
        return signed.isEmpty() ? Judgement.WRONG : Judgement.right(PasskeyState.signed(signed.getAsLong()));
    }
}
