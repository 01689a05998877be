package org.symbolon.command.tokentype.u2f;

import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Mode;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescription.Trigger;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.TypeSetting;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/** What the type says of itself. */
final class U2fDescription {

    static final String NAME = "u2f";
    static final String APP_ID = "u2f.appId";
    static final String REGISTRATION = "regdata";
    static final String MAKERS = "u2f_req";
    static final String ANY_TIME = "u2f_no_verify_certificate";
    static final String FACETS = "u2f_facets";
    static final String TEXT = "u2f_challenge_text";
    static final String PRESET_TEXT = "Please confirm with your U2F token (<description>)";

    private static final String MAKERS_SAY =
            "What the certificate of a device must say, as `issuer/regular expression/`, and likewise `serial` or `subject`.";

    static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(NAME, "U2F", "U2F: Enroll a U2F token.")
            .loggingInBy(Mode.CHALLENGE)
            .triggered(Trigger.ALWAYS)
            .challenging(ClientMode.U2F, PRESET_TEXT)
            .taking(
                    TypeParameter.text(REGISTRATION, "What the device says of its key, in base64url: the second step."),
                    TypeParameter.text(Signed.CLIENT_DATA, "What the browser says that it was asked, in base64url."))
            .goingBy(TypeSetting.open(
                    APP_ID,
                    TypeParameter.Kind.TEXT,
                    null,
                    "The address of the application that devices make keys for."))
            .keeping(U2fState.ENTRIES)
            .governedBy(
                    TypeAction.words(MAKERS, Step.ENROLMENT, MAKERS_SAY, Scope.ENROLLMENT),
                    TypeAction.flag(
                            ANY_TIME,
                            Step.ENROLMENT,
                            "Takes devices whose certificate is not good at the time.",
                            Scope.ENROLLMENT),
                    TypeAction.words(MAKERS, Step.LOGIN, MAKERS_SAY, Scope.AUTHORIZATION),
                    TypeAction.string(TEXT, Step.LOGIN, "What a challenge says.", Scope.AUTHENTICATION)
                            .asWhole()
                            .or(PRESET_TEXT),
                    TypeAction.words(
                            FACETS,
                            Step.CALL,
                            "Hosts that a log-in may come from beside that of the server.",
                            Scope.AUTHENTICATION))
            .seeing(
                    Signed.CLIENT_DATA,
                    Signed.SIGNATURE,
                    Signed.CREDENTIAL,
                    Signed.AUTHENTICATOR_DATA,
                    Signed.EXTENSIONS,
                    Signed.ORIGIN)
            .with(Trait.OFFERED, Trait.SELF_SERVICE)
            .build();

    private U2fDescription() {}
}
