package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.flag;
import static org.symbolon.command.eventhandler.module.Option.line;
import static org.symbolon.command.eventhandler.module.Option.text;

import org.symbolon.command.eventhandler.module.Choices.Kind;

/** Tells people what happened, by mail, text message or a file. */
final class UserNotificationModule {

    private static final String OWNER = "tokenowner";
    private static final String CALLER = "logged_in_user";
    private static final String ADMIN = "internal admin";
    private static final String ADMIN_REALM = "admin realm";
    private static final String ADDRESS = "email";
    private static final Choices RECIPIENTS = Choices.of(OWNER, CALLER, ADMIN, ADMIN_REALM, ADDRESS);
    private static final Choices REPLIES = Choices.of("", OWNER, CALLER, ADMIN, ADMIN_REALM, ADDRESS);

    static final HandlerModule TABLE = HandlerModule.named("UserNotification", HandlerModule.BEFORE_AND_AFTER)
            .action(
                    "sendmail",
                    line("emailconfig", "The mail server that sends the message.")
                            .mandatory()
                            .from(Choices.existing(Kind.MAIL_SERVERS)),
                    line("mimetype", "Whether the body is plain text or HTML.")
                            .from(Choices.of("plain", "html"))
                            .otherwise("plain"),
                    flag("attach_qrcode", "Attach the QR code of a token that was just enrolled."),
                    line("subject", "The subject; tags are filled in.")
                            .otherwise("An action was performed on your token."),
                    line("reply_to", "To whom an answer goes.").from(REPLIES),
                    line("reply_to " + ADMIN_REALM, "The realm whose administrators get the answer.")
                            .from(Choices.existing(Kind.SUPERUSER_REALMS))
                            .when("reply_to", ADMIN_REALM),
                    line("reply_to " + ADMIN, "The administrator who gets the answer.")
                            .from(Choices.existing(Kind.ADMINISTRATORS))
                            .when("reply_to", ADMIN),
                    line("reply_to " + ADDRESS, "The address that gets the answer, the first of several.")
                            .when("reply_to", ADDRESS),
                    text("body", "The message with its tags, or file:<path> to read it from a file."),
                    line("To", "Who gets the message.")
                            .mandatory()
                            .from(RECIPIENTS)
                            .otherwise(OWNER),
                    line("To " + ADMIN_REALM, "The realm all of whose users with an address get the message.")
                            .from(Choices.existing(Kind.SUPERUSER_REALMS))
                            .when("To", ADMIN_REALM),
                    line("To " + ADMIN, "The administrator who gets the message.")
                            .from(Choices.existing(Kind.ADMINISTRATORS))
                            .when("To", ADMIN),
                    line("To " + ADDRESS, "Addresses that get the message, with commas between them.")
                            .when("To", ADDRESS))
            .action(
                    "sendsms",
                    line("smsconfig", "The gateway that sends the message.")
                            .mandatory()
                            .from(Choices.existing(Kind.SMS_GATEWAYS)),
                    text("body", "The message with its tags."),
                    line("To", "Who gets the message.").mandatory().from(Choices.of(OWNER)))
            .action(
                    "savefile",
                    text("body", "What the file holds; tags are filled in.").mandatory(),
                    line("filename", "The name of the file below the spool directory; tags and {random} are filled in.")
                            .mandatory());

    private UserNotificationModule() {}
}
