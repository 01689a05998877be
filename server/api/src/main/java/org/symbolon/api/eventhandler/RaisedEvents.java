package org.symbolon.api.eventhandler;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.command.eventhandler.fact.AnswerFacts;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.Position;
import org.symbolon.command.eventhandler.fact.RaisedEvent;
import org.symbolon.command.eventhandler.port.HandlerLookups;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.Secret;

/** Makes of a request what handlers go by. */
@Component
class RaisedEvents {

    private static final Pattern VARIABLE = Pattern.compile("<([^>]+)>");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?");

    private final HandlerLookups lookups;
    private final Clock clock;
    private final String url;

    RaisedEvents(HandlerLookups lookups, Clock clock, @Value("${symbolon.url:}") String url) {
        this.lookups = lookups;
        this.clock = clock;
        this.url = url.replaceAll("/+$", "");
    }

    HandledRequest of(ApiRequest request, Position position, AnswerFacts answer) {
        RaisedEvent event = new RaisedEvent(
                request.route().event(),
                position,
                request.method(),
                path(request),
                root(request),
                request.client(),
                request.userAgent(),
                request.caller(),
                texts(request.parameters()),
                answer,
                request.notes().serial(),
                now());
        return of(event);
    }

    ZonedDateTime now() {
        return clock.instant().atZone(ZoneId.systemDefault());
    }

    HandledRequest of(RaisedEvent event) {
        return new HandledRequest(event, lookups);
    }

    private static String path(ApiRequest request) {
        return VARIABLE.matcher(request.route().template())
                .replaceAll(variable -> Matcher.quoteReplacement(
                        request.parameters().givenText(variable.group(1)).orElse("")));
    }

    /** Where it is not said, an administrator's browser is believed, and nobody else: the address may stand in a mail to somebody. */
    private String root(ApiRequest request) {
        if (!url.isEmpty() || !(request.caller() instanceof Caller.Administrator)) {
            return url;
        }
        return request.header("Host")
                .filter(host -> HOST.matcher(host).matches())
                .map(host -> "https://" + host)
                .orElse("");
    }

    private static Map<String, Secret> texts(Parameters parameters) {
        Map<String, Secret> texts = new LinkedHashMap<>();
        for (String name : parameters.names()) {
            text(parameters, name, texts);
        }
        return texts;
    }

    /** What has no text, such as a list, is of no use to any handler. */
    private static void text(Parameters parameters, String name, Map<String, Secret> texts) {
        try {
            parameters.written(name).ifPresent(text -> texts.put(name, Secret.of(text)));
        } catch (ApiException none) {
            texts.remove(name);
        }
    }
}
