package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.flag;
import static org.symbolon.command.eventhandler.module.Option.line;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.HandlerOptions;
import org.symbolon.command.eventhandler.fact.RaisedEvent;
import org.symbolon.command.eventhandler.module.Choices.Kind;
import org.symbolon.events.shared.Secret;

/** Passes a request on to another server, and its answer back. */
final class FederationModule {

    static final HandlerModule TABLE = HandlerModule.named("Federation", HandlerModule.AFTER)
            .action(
                    "forward",
                    FederationModule::forward,
                    line("eduMFA", "The server that the request is passed on to.")
                            .mandatory()
                            .from(Choices.existing(Kind.REMOTE_SERVERS)),
                    line("realm", "The realm to name there."),
                    line("resolver", "The resolver to name there."),
                    flag("forward_client_ip", "Tell the address of the client."),
                    flag("forward_authorization_token", "Pass the log-in token on, too."));

    private static final Set<String> METHODS = Set.of("GET", "POST", "DELETE");
    private static final List<String> NAMED = List.of("realm", "resolver");

    private FederationModule() {}

    private static List<Deed> forward(HandledRequest request, HandlerOptions options) {
        RaisedEvent event = request.event();
        String server = options.required("eduMFA");
        if (!METHODS.contains(event.method())) {
            return List.of(new Deed.Nothing("a request of the method " + event.method() + " is not passed on", true));
        }
        Map<String, Secret> parameters = new LinkedHashMap<>(event.parameters());
        NAMED.forEach(name -> options.given(name).ifPresent(value -> parameters.put(name, Secret.of(value))));
        if (options.flag("forward_client_ip")) {
            parameters.put("client", Secret.of(event.client()));
        }
        return List.of(new Deed.Forward(
                server, event.method(), event.path(), parameters, options.flag("forward_authorization_token")));
    }
}
