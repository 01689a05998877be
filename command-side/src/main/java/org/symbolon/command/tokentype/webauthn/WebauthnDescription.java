package org.symbolon.command.tokentype.webauthn;

import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Mode;
import org.symbolon.command.tokentype.TypeDescription.PinUse;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescription.Trigger;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.TypeSetting;

/** What WebAuthn tokens say of themselves. */
public final class WebauthnDescription {

    public static final String NAME = "webauthn";
    static final String CHALLENGE_TEXT = "Please confirm with your WebAuthn token";

    /** The header by which a browser says what page it shows, among the parameters. */
    public static final String ORIGIN = "Origin";

    static final String CLIENT_DATA = "clientdata";
    static final String ATTESTATION = "regdata";
    static final String REGISTRATION_EXTENSIONS = "registrationclientextensions";
    static final String ASSERTION_EXTENSIONS = "assertionclientextensions";

    static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME, "WAN", "WebAuthn: Enroll a Web Authentication token.")
            .loggingInBy(Mode.CHALLENGE)
            .triggered(Trigger.ALWAYS)
            .pin(PinUse.BEFORE_VALUE)
            .challenging(ClientMode.WEBAUTHN, CHALLENGE_TEXT)
            .taking(
                    TypeParameter.text(CLIENT_DATA, "What the browser has put together for the device, in base64url."),
                    TypeParameter.text(ATTESTATION, "What the device says of its new key, in base64url."),
                    TypeParameter.text(REGISTRATION_EXTENSIONS, "What the browser says beside, in base64url."))
            .goingBy(
                    TypeSetting.open(
                            TrustAnchors.SETTING,
                            TypeParameter.Kind.TEXT,
                            null,
                            "The folder with the certificates of makers of devices that are trusted, as PEM files."),
                    TypeSetting.open(
                            "webauthn.appid", TypeParameter.Kind.TEXT, null, "Nothing goes by it; eduMFA knows it."))
            .keeping(WebauthnState.ENTRIES)
            .governedBy(WebauthnActions.all())
            .seeing(AnswerField.names())
            .seeing(ASSERTION_EXTENSIONS, ORIGIN)
            .with(Trait.OFFERED, Trait.SELF_SERVICE, Trait.BY_KEY)
            .build();

    private WebauthnDescription() {}
}
