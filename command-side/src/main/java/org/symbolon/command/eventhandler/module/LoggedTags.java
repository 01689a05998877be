package org.symbolon.command.eventhandler.module;

import java.util.Set;
import org.symbolon.command.eventhandler.fact.HandledRequest;

/** What the tags of a line in the log stand for. Nothing that somebody could log in with is among it. */
final class LoggedTags {

    private static final String NOTHING = "None";
    private static final Set<String> UNTOLD = Set.of(
            "pin", "registrationcode", "googleurl_value", "recipient_givenname", "recipient_surname", "description");

    private final HandledRequest request;

    LoggedTags(HandledRequest request) {
        this.request = request;
    }

    /** Null where the tag is none. */
    String of(String tag) {
        if (UNTOLD.contains(tag)) {
            return NOTHING;
        }
        return switch (tag) {
            case "serial" -> serial();
            case "result_value" -> result("value");
            case "result_status" -> result("status");
            default -> EventTags.of(tag, request);
        };
    }

    private String serial() {
        String known = String.join(",", request.serials());
        String all = known.isEmpty() ? EventTags.serialsOfOwner(request, true) : known;
        return all.isEmpty() ? "N/A" : all;
    }

    private String result(String key) {
        String text = request.event().answer().text("result", key);
        return text.isEmpty() ? NOTHING : text;
    }
}
