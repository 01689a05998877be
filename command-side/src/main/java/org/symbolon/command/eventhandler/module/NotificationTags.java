package org.symbolon.command.eventhandler.module;

import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.command.eventhandler.fact.AnswerFacts;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.SubjectToken;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.KnownUser;

/** What the tags of a notification stand for. */
final class NotificationTags {

    /** The tag of the picture of a QR code, which a page shows as it is. */
    static final String IMAGE = "googleurl_img";

    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("'UTC'xxx");

    private final HandledRequest request;
    private final Recipient recipient;
    private final String random;
    private final boolean withImage;
    private final String contact;

    private NotificationTags(
            HandledRequest request, Recipient recipient, String random, boolean withImage, String contact) {
        this.request = request;
        this.recipient = recipient;
        this.random = random;
        this.withImage = withImage;
        this.contact = contact;
    }

    /** Those of a text in which no picture can be. */
    static NotificationTags inLine(HandledRequest request, Recipient recipient, String contact) {
        return new NotificationTags(request, recipient, null, false, contact);
    }

    /** Those of a text in which one can be. */
    static NotificationTags inBody(HandledRequest request, Recipient recipient, String contact) {
        return new NotificationTags(request, recipient, null, true, contact);
    }

    /** Those of the name of a file, where {@code {random}} stands for this. */
    static NotificationTags inFileName(HandledRequest request, Recipient recipient, String random) {
        return new NotificationTags(request, recipient, random, false, "");
    }

    /** Null where the tag is none. */
    String of(String tag) {
        AnswerFacts answer = request.event().answer();
        return switch (tag) {
            case "serial" -> serial();
            case "description" -> request.token().map(SubjectToken::description).orElse("");
            case "givenname", "recipient_givenname" -> recipient.givenName();
            case "recipient_surname" -> recipient.surname();
            case "recipient" -> name();
            case "administrator" -> administrator();
            case "contact" -> contact;
            case "timezone" -> ZONE.format(request.event().now());
            case "registrationcode", "pin" -> answer.text("detail", tag);
            case "googleurl_value" -> answer.text("detail", "googleurl", "value");
            case IMAGE -> withImage ? answer.text("detail", "googleurl", "img") : null;
            case "result_value", "result_status" -> "";
            case "random" -> random;
            default -> EventTags.of(tag, request);
        };
    }

    /** Who did it, unless it was a user himself, or nobody. */
    private String administrator() {
        return request.event().caller() instanceof Caller.Administrator administrator ? administrator.name() : "";
    }

    /** What the recipient is called, or else the login of whose token it is. */
    private String name() {
        String known = Stream.of(recipient.givenName(), recipient.surname())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return known.isEmpty() ? request.owner().map(KnownUser::login).orElse("") : known;
    }

    private String serial() {
        String known = String.join(",", request.serials());
        return known.isEmpty() ? EventTags.serialsOfOwner(request, false) : known;
    }
}
