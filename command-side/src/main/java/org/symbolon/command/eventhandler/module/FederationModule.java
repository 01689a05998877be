package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.flag;
import static org.symbolon.command.eventhandler.module.Option.line;

import org.symbolon.command.eventhandler.module.Choices.Kind;

/** Passes a request on to another server, and its answer back. */
final class FederationModule {

    static final HandlerModule TABLE = HandlerModule.named("Federation", HandlerModule.AFTER)
            .action(
                    "forward",
                    line("eduMFA", "The server that the request is passed on to.")
                            .mandatory()
                            .from(Choices.existing(Kind.REMOTE_SERVERS)),
                    line("realm", "The realm to name there."),
                    line("resolver", "The resolver to name there."),
                    flag("forward_client_ip", "Tell the address of the client."),
                    flag("forward_authorization_token", "Pass the log-in token on, too."));

    private FederationModule() {}
}
