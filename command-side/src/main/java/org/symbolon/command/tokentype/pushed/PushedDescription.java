package org.symbolon.command.tokentype.pushed;

import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.command.tokentype.TypeDescription.Mode;
import org.symbolon.command.tokentype.TypeDescription.PinUse;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescription.Trigger;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.TypeSetting;

/** What all types say of themselves whose tokens are confirmed on a telephone. */
public final class PushedDescription {

    static final String GRACE = "PushChallengeFinalizeGrace";
    static final int PRESET_GRACE_SECONDS = 300;

    private PushedDescription() {}

    /** The beginning of a description, to which a type adds what it alone has. */
    public static TypeDescriptionBuilder of(PushedActions actions, String serialPrefix, String title) {
        return TypeDescriptionBuilder.of(actions.type(), serialPrefix, title)
                .loggingInBy(Mode.CHALLENGE, Mode.OUT_OF_BAND)
                .triggered(Trigger.BY_TYPE)
                .pin(PinUse.BEFORE_ANSWER)
                .challenging(ClientMode.POLL, "Please confirm the authentication on your mobile device!")
                .taking(
                        TypeParameter.flag("genkey", "Says nothing; keys are always made by server and telephone."),
                        TypeParameter.text(Enrolling.FIREBASE_TOKEN, "By which the telephone is reached."),
                        TypeParameter.text(Enrolling.KEY, "The telephone's key."),
                        TypeParameter.secret(Enrolling.CREDENTIAL, "What the first step has shown to the telephone."),
                        TypeParameter.text("tokenlabel", "How the app calls the token.")
                                .or("<s>"),
                        TypeParameter.text("tokenissuer", "Of whom the app says that the token is.")
                                .or("eduMFA"),
                        TypeParameter.text("appimageurl", "A picture for the app."),
                        TypeParameter.flag("force_app_pin", "Tells the app to lock the token."))
                .goingBy(TypeSetting.closed(
                        GRACE,
                        TypeParameter.Kind.NUMBER,
                        Integer.toString(PRESET_GRACE_SECONDS),
                        "For how many seconds a log-in may still come once its telephone has answered."))
                .keeping(PushedState.entries(actions))
                .governedBy(actions.all())
                .with(Trait.OFFERED, Trait.SELF_SERVICE, Trait.ASKED_LAST, Trait.UNHEARD_WHILE_DISABLED);
    }
}
