package org.symbolon.api.eventhandler;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.JsonText;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.port.FederatedServers;
import org.symbolon.command.eventhandler.port.HandlerScripts;
import org.symbolon.command.eventhandler.port.OutsideFailedException;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.Secret;
import org.symbolon.reactions.eventhandler.HandlerLog;

/** Does what is over when the request is: changes of it and of its answer, lines in the log, and what it waits for. */
@Component
class DeedsInMemory {

    private static final Set<String> WHO = Set.of("user", "realm", "resolver");
    private static final int SCRIPTS_AT_ONCE = 8;
    private static final String DETAIL = "detail";
    private static final String AUTHORIZATION = "Authorization";

    private final HandlerScripts scripts;
    private final FederatedServers servers;
    private final Semaphore places = new Semaphore(SCRIPTS_AT_ONCE);

    DeedsInMemory(HandlerScripts scripts, FederatedServers servers) {
        this.scripts = scripts;
        this.servers = servers;
    }

    /** Whether the deed was one of these. */
    boolean does(Deed deed, HandlerRun run, DeedRecord about) {
        if (deed instanceof Deed.Parameter change) {
            parameter(change, run, about);
        } else if (deed instanceof Deed.Change change) {
            if (!run.change(change.path(), change.value())) {
                about.failed("there is no such part of the answer");
            }
        } else if (deed instanceof Deed.Log line) {
            HandlerLog.write(line);
        } else if (deed instanceof Deed.Nothing nothing) {
            nothing(nothing, about);
        } else if (deed instanceof Deed.Run script) {
            run(script, about);
        } else if (deed instanceof Deed.Forward forward) {
            forward(forward, run);
        } else {
            return false;
        }
        return true;
    }

    /** Who acts for himself acts for nobody else, whatever an administrator makes of his request. */
    private static void parameter(Deed.Parameter change, HandlerRun run, DeedRecord about) {
        if (run.request().caller() instanceof Caller.RealmUser && WHO.contains(change.name())) {
            about.failed("a user acts for himself");
            return;
        }
        run.parameter(change.name(), change.value());
    }

    private static void nothing(Deed.Nothing nothing, DeedRecord about) {
        if (!nothing.success()) {
            about.failed(nothing.told());
        }
    }

    private void run(Deed.Run script, DeedRecord about) {
        try {
            int code = ran(script);
            if (code != 0) {
                scriptFailed(script, about, "it ended with " + code, "Error during execution of the script.");
            }
        } catch (OutsideFailedException failure) {
            scriptFailed(script, about, failure.getMessage(), "Failed to start script.");
        }
    }

    /** Only so many requests may wait for scripts at once. */
    private int ran(Deed.Run script) throws OutsideFailedException {
        if (!places.tryAcquire()) {
            throw OutsideFailedException.forNow("too many scripts are running");
        }
        try {
            return scripts.run(script.script(), script.arguments());
        } finally {
            places.release();
        }
    }

    private static void scriptFailed(Deed.Run script, DeedRecord about, String why, String told) {
        about.failed(why);
        if (script.raises()) {
            throw ApiException.server(told);
        }
    }

    private void forward(Deed.Forward forward, HandlerRun run) {
        ApiRequest request = run.request();
        Optional<String> login = forward.withLogin() ? request.header(AUTHORIZATION) : Optional.empty();
        FederatedServers.Passed passed = new FederatedServers.Passed(
                forward.server(), forward.method(), forward.path(), forward.parameters(), Secret.of(login.orElse("")));
        try {
            FederatedServers.Answered answered = servers.pass(passed);
            run.answer(answered.status(), json(answered));
        } catch (OutsideFailedException failure) {
            throw ApiException.server("The request was not passed on: " + failure.getMessage());
        }
    }

    private static Map<String, Object> json(FederatedServers.Answered answered) throws OutsideFailedException {
        if (!(JsonText.parse(answered.json().reveal()).orElse(null) instanceof Map<?, ?> object)) {
            throw OutsideFailedException.forNow("the server does not answer with an object");
        }
        Map<String, Object> json = copied(object);
        if (json.get(DETAIL) instanceof Map<?, ?> detail) {
            Map<String, Object> whole = copied(detail);
            whole.put("origin", answered.address());
            json.put(DETAIL, whole);
        }
        return json;
    }

    private static Map<String, Object> copied(Map<?, ?> object) {
        Map<String, Object> copy = new LinkedHashMap<>();
        object.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
