package org.symbolon.command.tokentype.push;

import java.util.List;
import java.util.Optional;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.ToldField;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.oath.AppText;
import org.symbolon.command.tokentype.pushed.AppAddress;
import org.symbolon.command.tokentype.pushed.PresenceTerms;
import org.symbolon.command.tokentype.pushed.PushedActions;
import org.symbolon.command.tokentype.pushed.PushedDescription;
import org.symbolon.command.tokentype.pushed.PushedType;

/** Log-ins that are confirmed in privacyIDEA's app. */
public final class PushType extends PushedType {

    private static final PushedActions ACTIONS = new PushedActions("push");
    private static final String TYPED = "Please enter the code displayed on your smartphone.";

    private static final TypeDescription DESCRIPTION = PushedDescription.of(
                    ACTIONS, "PIPU", "PUSH: Confirm log-ins in the privacyIDEA app on a smartphone.")
            .governedBy(PushOptions.ALL)
            .asking(List.of(ToldField.text("presence_answer", "What is to be chosen on the telephone.")))
            .build();

    public PushType() {
        super(ACTIONS);
    }

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    @Override
    protected AppAddress address(TypeTerms terms) {
        PushOptions options = new PushOptions(terms);
        return new AppAddress(
                options.useOtherScheme() ? "pia://pipush/" : "otpauth://pipush/",
                options.unlock()
                        .map(way -> "&app_force_unlock=" + AppText.encoded(way))
                        .orElse(""));
    }

    @Override
    protected Optional<PresenceTerms> presence(TypeTerms terms) {
        return new PushOptions(terms).presence();
    }

    @Override
    protected boolean isTyped(TypeTerms terms) {
        return new PushOptions(terms).isTyped();
    }

    @Override
    protected String typingText(TypeTerms terms) {
        return new PushOptions(terms).typingText();
    }

    @Override
    protected String challengeText(Asking asking, boolean typed) {
        return asking.circumstances()
                .terms()
                .text(PushOptions.CHALLENGE_TEXT)
                .orElseGet(
                        () -> typed && asking.message().equals(DESCRIPTION.challengeText()) ? TYPED : asking.message());
    }
}
