package org.symbolon.api.eventhandler;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.HandledEvents;
import org.symbolon.command.eventhandler.Listener;
import org.symbolon.command.eventhandler.fact.Position;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.eventhandler.EventHandlerView;

/**
 * Gives event handlers their turns. Who listens is one look into the configuration in memory, at the begin of the request; where nobody
 * does, nothing else happens.
 */
@Component
class HandlerTurns implements HandledEvents {

    private final Supplier<ConfigurationView> configuration;
    private final HandlerRuns runs;
    private final Map<String, Listening> known = new ConcurrentHashMap<>();

    /**
     * Those who listen to one event, made ready for many requests.
     *
     * @param of what they were made of: another configuration has another list
     */
    private record Listening(List<EventHandlerView> of, List<Listener> first, List<Listener> last) {}

    HandlerTurns(Supplier<ConfigurationView> configuration, HandlerRuns runs) {
        this.configuration = configuration;
        this.runs = runs;
    }

    @Override
    public Turn before(ApiRequest request) {
        String event = request.route().event();
        if (event.isEmpty()) {
            return Turn.NOBODYS;
        }
        List<EventHandlerView> listening = configuration.get().listeningTo(event);
        if (listening.isEmpty()) {
            return Turn.NOBODYS;
        }
        Listening now = known(event, listening);
        if (request.awaited().isEmpty() && !now.first().isEmpty()) {
            runs.before(request, now.first());
        }
        return now.last().isEmpty() ? Turn.NOBODYS : reply -> runs.after(request, now.last(), reply);
    }

    private Listening known(String event, List<EventHandlerView> listening) {
        Listening before = known.get(event);
        if (before != null && before.of() == listening) {
            return before;
        }
        Listening now = new Listening(listening, at(Position.PRE, listening), at(Position.POST, listening));
        known.put(event, now);
        return now;
    }

    private static List<Listener> at(Position position, List<EventHandlerView> listening) {
        return listening.stream()
                .filter(handler -> handler.definition().position().equals(position.word()))
                .map(HandlerTurns::listener)
                .toList();
    }

    static Listener listener(EventHandlerView handler) {
        return new Listener(handler.id(), handler.definition(), handler.options());
    }
}
