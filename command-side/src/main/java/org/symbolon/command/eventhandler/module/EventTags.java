package org.symbolon.command.eventhandler.module;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.RaisedEvent;
import org.symbolon.command.eventhandler.fact.SubjectToken;
import org.symbolon.events.shared.KnownUser;

/** What the tags stand for that notifications and log lines have alike. What a template does not name is not looked up. */
final class EventTags {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String GIVEN_NAME = "givenname";

    private static final Map<String, Function<HandledRequest, String>> VALUES = Map.ofEntries(
            Map.entry("admin", request -> request.event().login()),
            Map.entry("realm", request -> request.event().loginRealm()),
            Map.entry("action", request -> request.event().path()),
            Map.entry("url", request -> request.event().root()),
            Map.entry(
                    "tokentype",
                    request -> request.token().map(SubjectToken::type).orElse("")),
            Map.entry("user", request -> request.ownerInfo().getOrDefault(GIVEN_NAME, "")),
            Map.entry("givenname", request -> request.ownerInfo().getOrDefault(GIVEN_NAME, "")),
            Map.entry("surname", request -> request.ownerInfo().getOrDefault("surname", "")),
            Map.entry(
                    "username", request -> request.owner().map(KnownUser::login).orElse("")),
            Map.entry(
                    "userrealm",
                    request -> request.owner().map(KnownUser::realm).orElse("")),
            Map.entry("time", request -> TIME.format(request.event().now())),
            Map.entry("date", request -> request.event().now().toLocalDate().toString()),
            Map.entry("client_ip", request -> request.event().client()),
            Map.entry("ua_browser", request -> browser(request.event())),
            Map.entry("ua_string", request -> request.event().userAgent()),
            Map.entry("challenge", request -> ""),
            Map.entry("request_value", request -> request.event().parameter("value")),
            Map.entry("token_realms", request -> request.event().parameter("realms")));

    private EventTags() {}

    /** What one of the tags stands for that only the request itself is asked about. */
    static String ofRequest(String tag, RaisedEvent event) {
        return switch (tag) {
            case "ua_browser" -> browser(event);
            case "ua_string" -> event.userAgent();
            default -> event.client();
        };
    }

    /** What the tag stands for, null where it is none of these. */
    static String of(String tag, HandledRequest request) {
        Function<HandledRequest, String> value = VALUES.get(tag);
        return value == null ? null : value.apply(request);
    }

    /** The serials of the owner's tokens, of which some may not count. */
    static String serialsOfOwner(HandledRequest request, boolean activeOnly) {
        return request.owner().map(request.lookups()::tokensOf).stream()
                .flatMap(tokens -> tokens.stream())
                .filter(token -> token.active() || !activeOnly)
                .map(SubjectToken::serial)
                .collect(Collectors.joining(","));
    }

    private static String browser(RaisedEvent event) {
        String agent = event.userAgent().strip();
        int end = 0;
        while (end < agent.length() && "/ (".indexOf(agent.charAt(end)) < 0) {
            end++;
        }
        return agent.substring(0, end);
    }
}
