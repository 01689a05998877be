package org.symbolon.api.eventhandler;

import java.util.List;
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
        if (request.awaited().isEmpty()) {
            List<Listener> first = at(Position.PRE, listening);
            if (!first.isEmpty()) {
                runs.before(request, first);
            }
        }
        List<Listener> last = at(Position.POST, listening);
        return last.isEmpty() ? Turn.NOBODYS : reply -> runs.after(request, last, reply);
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
