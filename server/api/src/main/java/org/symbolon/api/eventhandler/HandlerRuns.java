package org.symbolon.api.eventhandler;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Reply;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.Listener;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.Position;
import org.symbolon.command.secret.port.SecretVault;

/** Runs handlers one after another, each on what the ones before it have left, and has the audit told of each that acted. */
@Component
class HandlerRuns {

    private final RaisedEvents events;
    private final DeedsInMemory inMemory;
    private final DeedCommands commands;
    private final DeedsOfStrangers strangers;
    private final SecretVault vault;

    HandlerRuns(
            RaisedEvents events,
            DeedsInMemory inMemory,
            DeedCommands commands,
            DeedsOfStrangers strangers,
            SecretVault vault) {
        this.events = events;
        this.inMemory = inMemory;
        this.commands = commands;
        this.strangers = strangers;
        this.vault = vault;
    }

    void before(ApiRequest request, List<Listener> listeners) {
        run(new HandlerRun(request, null), Position.PRE, listeners);
    }

    Reply after(ApiRequest request, List<Listener> listeners, Reply reply) {
        HandlerRun run = new HandlerRun(request, reply);
        run(run, Position.POST, listeners);
        return run.reply();
    }

    /** What was looked up counts until somebody acts. */
    private void run(HandlerRun run, Position position, List<Listener> listeners) {
        HandledRequest facts = null;
        for (Listener listener : listeners) {
            if (facts == null) {
                facts = events.of(run.request(), position, run.answer());
            }
            if (act(run, listener, facts)) {
                facts = null;
            }
        }
    }

    /** Whether it acted. What it cannot do ends the request, and is told of before. */
    private boolean act(HandlerRun run, Listener listener, HandledRequest facts) {
        DeedRecord about = new DeedRecord(run.request(), listener, facts.event().position());
        try {
            if (!listener.concerns(facts)) {
                return false;
            }
            List<Deed> deeds = listener.deeds(facts, vault);
            List<Deed> decided = new ArrayList<>();
            for (Deed deed : deeds) {
                if (!inMemory.does(deed, run, about)) {
                    decided.add(deed);
                }
            }
            if (mayBeKept(run, facts, about)) {
                commands.send(decided, run, about);
            }
            return true;
        } catch (Refusal refusal) {
            throw failed(run, facts, about, refusal, refusal.getMessage());
        } catch (ApiException refusal) {
            throw failed(run, facts, about, refusal, refusal.getMessage());
        } catch (RuntimeException fault) {
            throw failed(run, facts, about, fault, fault.getClass().getSimpleName());
        }
    }

    /** Whom a request is about may be seen only after a handler has changed its parameters. */
    private boolean mayBeKept(HandlerRun run, HandledRequest facts, DeedRecord about) {
        return strangers.mayBeKept(
                about,
                () -> run.isMangled() ? events.of(run.request(), facts.event().position(), run.answer()) : facts);
    }

    private <E extends RuntimeException> E failed(
            HandlerRun run, HandledRequest facts, DeedRecord about, E failure, String why) {
        about.failed(why);
        if (mayBeKept(run, facts, about)) {
            commands.recordFailure(about);
        }
        return failure;
    }
}
