package org.symbolon.command.tokentype.passkey;

import java.util.Arrays;
import java.util.HexFormat;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.webauthn.Attestations;
import org.symbolon.command.tokentype.webauthn.Encoding;
import org.symbolon.command.tokentype.webauthn.NewCredential;
import org.symbolon.command.tokentype.webauthn.Registration;
import org.symbolon.command.tokentype.webauthn.RelyingParty;
import org.symbolon.command.tokentype.webauthn.TrustAnchors.Anchors;
import org.symbolon.command.tokentype.webauthn.WebauthnDescription;

/** The step of an enrolment in which a device has made a passkey. */
final class PasskeyRegistration {

    private static final int ENROLMENT = 404;

    private final EnrolmentRequest request;

    PasskeyRegistration(EnrolmentRequest request) {
        this.request = request;
    }

    static boolean isIn(EnrolmentRequest request) {
        return !request.text(PasskeyDescription.ATTESTATION, "").isEmpty();
    }

    /**
     * The key.
     *
     * @throws Refusal 404 if it may not be believed, 905 if a parameter is missing
     */
    NewCredential credential() {
        OpenChallenge asked = request.challenge()
                .orElseThrow(() -> Refusal.of(
                        ENROLMENT, "The enrollment challenge does not exist or has timed out for " + request.serial()));
        String named = required(PasskeyDescription.CREDENTIAL);
        required(PasskeyDescription.RAW_ID);
        required(PasskeyDescription.ATTACHMENT);
        return registration(asked, required(WebauthnDescription.ORIGIN))
                .credential(required(PasskeyDescription.CLIENT_DATA), required(PasskeyDescription.ATTESTATION), "")
                .filter(made -> isNamed(made, named))
                .orElseThrow(() -> invalid("The device has not made this key for this challenge and this page."));
    }

    /** A device may or may not have found out who uses it, and may prove its make as it likes: but not falsely. */
    private Registration registration(OpenChallenge asked, String origin) {
        return new Registration(
                asked.challenge(),
                origin,
                party().id(),
                false,
                Attestations.GIVEN,
                Anchors.NONE,
                request.circumstances().now());
    }

    /** The domain that the device was told when it was asked for a key. */
    RelyingParty party() {
        return request.token()
                .flatMap(token -> PasskeyState.party(token.state()))
                .orElseGet(() -> RelyingParty.of(request.circumstances().terms()));
    }

    private static boolean isNamed(NewCredential made, String named) {
        return Encoding.bytes(named)
                .filter(id -> Arrays.equals(id, HexFormat.of().parseHex(made.id())))
                .isPresent();
    }

    /** What the token is called: as somebody said, or else as the maker calls the device; null for nothing. */
    String description(NewCredential made) {
        return request.text("description")
                .filter(said -> !said.isEmpty())
                .or(() -> request.token().map(TokenView::description).filter(said -> !said.isEmpty()))
                .or(made::commonName)
                .orElse(null);
    }

    private String required(String parameter) {
        return request.text(parameter)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Refusal.parameter("Missing parameter: " + parameter));
    }

    static Refusal invalid(String reason) {
        return Refusal.of(ENROLMENT, "Invalid registration response: " + reason);
    }
}
