package org.symbolon.command.tokentype.passkey;

import java.util.List;
import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.command.tokentype.ToldField;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Mode;
import org.symbolon.command.tokentype.TypeDescription.PinUse;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescription.Trigger;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.webauthn.AnswerField;
import org.symbolon.command.tokentype.webauthn.WebauthnDescription;

/** What passkeys say of themselves. */
final class PasskeyDescription {

    static final String NAME = "passkey";
    static final String CHALLENGE_TEXT = "Please authenticate with your passkey!";
    static final String REGISTRATION_TEXT = "Please confirm the registration with your passkey!";

    static final String CREDENTIAL = "credential_id";
    static final String RAW_ID = "rawId";
    static final String ATTACHMENT = "authenticatorAttachment";
    static final String ATTESTATION = "attestationObject";
    static final String CLIENT_DATA = "clientDataJSON";

    static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME, "PIPK", "Passkey: Log in with a key that a device keeps, without a name.")
            .loggingInBy(Mode.CHALLENGE)
            .triggered(Trigger.BY_TYPE)
            .pin(PinUse.BEFORE_VALUE)
            .challenging(ClientMode.WEBAUTHN, CHALLENGE_TEXT)
            .taking(
                    TypeParameter.text(CREDENTIAL, "The id of the key that a device has made, in base64url."),
                    TypeParameter.text(RAW_ID, "The same, as the browser has it."),
                    TypeParameter.text(ATTACHMENT, "Whether the device is built in; not looked at."),
                    TypeParameter.text(ATTESTATION, "What the device says of its new key, in base64url."),
                    TypeParameter.text(CLIENT_DATA, "What the browser has put together for the device, in base64url."))
            .keeping(PasskeyState.ENTRIES)
            .governedBy(PasskeyActions.all())
            .seeing(AnswerField.names())
            .seeing(RAW_ID, ATTACHMENT, ATTESTATION)
            .seeing(WebauthnDescription.ORIGIN)
            .asking(List.of(
                    ToldField.anything("passkey_registration", "What makes a passkey, where the log-in enrols one."),
                    ToldField.text("challenge", "Of a passkey, the characters that are to be signed, as they stand."),
                    ToldField.text("rpId", "Of a passkey, the domain that it is for."),
                    ToldField.text("userVerification", "Of a passkey, whether the device is to find out who uses it.")))
            .with(Trait.OFFERED, Trait.SELF_SERVICE, Trait.BY_KEY)
            .build();

    private PasskeyDescription() {}
}
