package org.symbolon.command.tokentype.email;

import org.symbolon.command.shared.Limits;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.sent.Channel;
import org.symbolon.command.tokentype.sent.SentDescription;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/** What tokens whose values come by mail say of themselves. */
final class EmailDescription {

    static final Channel CHANNEL = new Channel(
            "email",
            "email",
            "email",
            Limits.EMAIL,
            "email.validtime",
            120,
            "Enter the OTP from the Email:",
            "The PIN was correct, but the EMail could not be sent!",
            "Please enter your new email address!");

    static final String SUBJECT = "emailsubject";
    static final String PRESET_SUBJECT = "Your OTP";

    /** How a text begins that is the path of a page. */
    static final String PAGE = "file:";

    static final TypeDescription DESCRIPTION = SentDescription.of(
                    CHANNEL,
                    "PIEM",
                    "EMail: Send a One Time Password to the users email address.",
                    "mail server",
                    "What a mail with a value says; `<otp>` stands for the value. `file:` and a path name a page"
                            + " to send.")
            .governedBy(
                    TypeAction.string(SUBJECT, Step.LOGIN, "The subject of a mail with a value.", Scope.AUTHENTICATION)
                            .asWhole()
                            .or(PRESET_SUBJECT))
            .build();

    private EmailDescription() {}
}
