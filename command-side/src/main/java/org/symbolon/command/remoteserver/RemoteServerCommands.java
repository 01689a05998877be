package org.symbolon.command.remoteserver;

import static java.util.Objects.requireNonNullElse;

import org.axonframework.commandhandling.CommandHandler;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.remoteserver.RemoteSettings;

/** What administrators do to the definitions of remote servers. */
public class RemoteServerCommands {

    private static final RemoteSettings DEFAULTS = new RemoteSettings("", true, "");

    private final Definitions<RemoteServer, RemoteSettings> servers;

    public RemoteServerCommands(Definitions<RemoteServer, RemoteSettings> servers) {
        this.servers = servers;
    }

    @CommandHandler
    public boolean handle(SaveRemoteServer command) throws Exception {
        servers.checkName("identifier", command.identifier());
        Limits.check("url", command.url(), Limits.TEXT);
        Limits.check("description", command.description(), Limits.SETTING_VALUE);
        String identifier = command.identifier().replace(' ', '_');
        servers.save(identifier, before -> changed(requireNonNullElse(before, DEFAULTS), command));
        return true;
    }

    private static RemoteSettings changed(RemoteSettings before, SaveRemoteServer command) {
        return new RemoteSettings(
                command.url(),
                requireNonNullElse(command.tls(), before.tls()),
                requireNonNullElse(command.description(), before.description()));
    }

    @CommandHandler
    public boolean handle(DeleteRemoteServer command) {
        servers.delete(command.identifier(), settings -> {});
        return true;
    }
}
