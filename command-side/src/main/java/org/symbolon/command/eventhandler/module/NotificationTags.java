package org.symbolon.command.eventhandler.module;

import org.symbolon.command.eventhandler.fact.AnswerFacts;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.SubjectToken;

/** What the tags of a notification stand for. */
final class NotificationTags {

    /** The tag of the picture of a QR code, which a page shows as it is. */
    static final String IMAGE = "googleurl_img";

    private final HandledRequest request;
    private final Recipient recipient;
    private final String random;
    private final boolean withImage;

    /**
     * Those of one text.
     *
     * @param random what {@code {random}} stands for, null where it is no tag
     * @param withImage whether there is a tag for the picture
     */
    NotificationTags(HandledRequest request, Recipient recipient, String random, boolean withImage) {
        this.request = request;
        this.recipient = recipient;
        this.random = random;
        this.withImage = withImage;
    }

    /** Null where the tag is none. */
    String of(String tag) {
        AnswerFacts answer = request.event().answer();
        return switch (tag) {
            case "serial" -> serial();
            case "description" -> request.token().map(SubjectToken::description).orElse("");
            case "givenname", "recipient_givenname" -> recipient.givenName();
            case "recipient_surname" -> recipient.surname();
            case "registrationcode", "pin" -> answer.text("detail", tag);
            case "googleurl_value" -> answer.text("detail", "googleurl", "value");
            case IMAGE -> withImage ? answer.text("detail", "googleurl", "img") : null;
            case "result_value", "result_status" -> "";
            case "random" -> random;
            default -> EventTags.of(tag, request);
        };
    }

    private String serial() {
        String known = String.join(",", request.serials());
        return known.isEmpty() ? EventTags.serialsOfOwner(request, false) : known;
    }
}
