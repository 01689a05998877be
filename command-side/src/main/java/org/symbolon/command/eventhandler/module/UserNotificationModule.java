package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.flag;
import static org.symbolon.command.eventhandler.module.Option.line;
import static org.symbolon.command.eventhandler.module.Option.text;

import java.util.List;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.effect.NotificationFile;
import org.symbolon.command.eventhandler.effect.NotificationMail;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.HandlerOptions;
import org.symbolon.command.eventhandler.module.Choices.Kind;
import org.symbolon.command.eventhandler.text.TaggedText;
import org.symbolon.command.smsgateway.SendText;
import org.symbolon.command.smsgateway.port.TextMessage;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Secret;

/** Tells people what happened, by mail, text message or a file. */
final class UserNotificationModule {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int RANDOM_LENGTH = 16;

    private static final Choices RECIPIENTS =
            Choices.of(Recipient.OWNER, Recipient.CALLER, Recipient.ADMIN, Recipient.ADMIN_REALM, Recipient.ADDRESS);
    private static final Choices REPLIES = Choices.of(
            "", Recipient.OWNER, Recipient.CALLER, Recipient.ADMIN, Recipient.ADMIN_REALM, Recipient.ADDRESS);

    static final HandlerModule TABLE = HandlerModule.named("UserNotification", HandlerModule.BEFORE_AND_AFTER)
            .listeningToHappenings()
            .action(
                    "sendmail",
                    UserNotificationModule::mailed,
                    line("emailconfig", "The mail server that sends the message.")
                            .mandatory()
                            .from(Choices.existing(Kind.MAIL_SERVERS)),
                    line("mimetype", "Whether the body is plain text or HTML.")
                            .from(Choices.of("plain", "html"))
                            .otherwise("plain"),
                    flag("attach_qrcode", "Attach the QR code of a token that was just enrolled."),
                    line("subject", "The subject; tags are filled in.").otherwise(NotificationText.usualSubject()),
                    line("reply_to", "To whom an answer goes.").from(REPLIES),
                    line("reply_to " + Recipient.ADMIN_REALM, "The realm whose administrators get the answer.")
                            .from(Choices.existing(Kind.SUPERUSER_REALMS))
                            .when("reply_to", Recipient.ADMIN_REALM),
                    line("reply_to " + Recipient.ADMIN, "The administrator who gets the answer.")
                            .from(Choices.existing(Kind.ADMINISTRATORS))
                            .when("reply_to", Recipient.ADMIN),
                    line("reply_to " + Recipient.ADDRESS, "The address that gets the answer, the first of several.")
                            .when("reply_to", Recipient.ADDRESS),
                    text("body", "The message with its tags, or file:<path> to read it from a file."),
                    line("To", "Who gets the message.")
                            .mandatory()
                            .from(RECIPIENTS)
                            .otherwise(Recipient.OWNER),
                    line("To " + Recipient.ADMIN_REALM, "The realm all of whose users with an address get the message.")
                            .from(Choices.existing(Kind.SUPERUSER_REALMS))
                            .when("To", Recipient.ADMIN_REALM),
                    line("To " + Recipient.ADMIN, "The administrator who gets the message.")
                            .from(Choices.existing(Kind.ADMINISTRATORS))
                            .when("To", Recipient.ADMIN),
                    line("To " + Recipient.ADDRESS, "Addresses that get the message, with commas between them.")
                            .when("To", Recipient.ADDRESS))
            .offering("sendmail", NotificationText.options())
            .action(
                    "sendsms",
                    UserNotificationModule::texted,
                    line("smsconfig", "The gateway that sends the message.")
                            .mandatory()
                            .from(Choices.existing(Kind.SMS_GATEWAYS)),
                    text("body", "The message with its tags."),
                    line("To", "Who gets the message.").mandatory().from(Choices.of(Recipient.OWNER)))
            .offering("sendsms", NotificationText.options())
            .action(
                    "savefile",
                    UserNotificationModule::filed,
                    text("body", "What the file holds; tags are filled in.").mandatory(),
                    line("filename", "The name of the file below the spool directory; tags and {random} are filled in.")
                            .mandatory())
            .offering("savefile", NotificationText.options());

    private UserNotificationModule() {}

    private static List<Deed> mailed(HandledRequest request, HandlerOptions options) {
        Recipient recipient = Recipient.of(request, options, "To", Recipient.OWNER);
        if (recipient.addresses().isEmpty()) {
            return List.of(new Deed.Nothing("nobody is found to send a mail to", true));
        }
        String server = options.required("emailconfig");
        NotificationText said = NotificationText.of(request, options, recipient);
        Recipient answered = Recipient.of(request, options, "reply_to", "");
        NotificationMail mail = new NotificationMail(
                server,
                Secret.of(String.join("\n", recipient.addresses())),
                Secret.of(said.subject()),
                Secret.of(said.text()),
                said.isPage(),
                Secret.of(said.page()),
                Secret.of(
                        answered.addresses().isEmpty()
                                ? ""
                                : answered.addresses().get(0)),
                Secret.of(
                        options.flag("attach_qrcode")
                                ? request.event().answer().text("detail", "googleurl", "img")
                                : ""),
                serial(request));
        return List.of(new Deed.Cause(mail, serial(request), "send a mail by " + server));
    }

    private static List<Deed> texted(HandledRequest request, HandlerOptions options) {
        String number = request.ownerInfo().getOrDefault("mobile", "").strip();
        if (number.isEmpty()) {
            return List.of(new Deed.Nothing("nobody is found to send a text message to", true));
        }
        String gateway = options.required("smsconfig");
        Recipient recipient = Recipient.of(request, options, "To", Recipient.OWNER);
        TextMessage message = new TextMessage(
                Secret.of(number),
                Secret.of(request.owner().map(KnownUser::login).orElse("")),
                Secret.of(serial(request)),
                Secret.of(NotificationText.of(request, options, recipient).text()));
        return List.of(
                new Deed.Cause(SendText.value(gateway, message), serial(request), "send a text message by " + gateway));
    }

    private static List<Deed> filed(HandledRequest request, HandlerOptions options) {
        Recipient recipient = Recipient.of(request, options, "To", Recipient.OWNER);
        String random = request.lookups().chance().text(RANDOM_LENGTH, LETTERS);
        NotificationTags tags = NotificationTags.inFileName(request, recipient, random);
        String name = TaggedText.filled(options.required("filename"), tags::of);
        NotificationFile file = new NotificationFile(
                Secret.of(name.replaceFirst("^/+", "")),
                Secret.of(NotificationText.of(request, options, recipient).text()));
        return List.of(new Deed.Cause(file, serial(request), "write a file"));
    }

    /** The serial of the one token, empty where there are several or none. */
    private static String serial(HandledRequest request) {
        return request.serials().size() == 1 ? request.serials().get(0) : "";
    }
}
