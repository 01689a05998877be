package org.symbolon.command.remoteserver;

import static java.util.Objects.requireNonNullElse;

import java.util.function.IntSupplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.shared.Existing;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.remoteserver.RemoteSettings;

/** What administrators do to the definitions of remote servers. */
public class RemoteServerCommands {

    private static final RemoteSettings DEFAULTS = new RemoteSettings("", true, "");

    private final Repository<RemoteServer> servers;
    private final Existing<RemoteServer> existing;
    private final IntSupplier nextNumber;

    public RemoteServerCommands(Repository<RemoteServer> servers, IntSupplier nextNumber) {
        this.servers = servers;
        this.existing = new Existing<>(servers, RemoteServer::present, "eduMFAServer");
        this.nextNumber = nextNumber;
    }

    @CommandHandler
    public boolean handle(SaveRemoteServer command) throws Exception {
        Limits.check("identifier", command.identifier(), Limits.nameAfter(RemoteServer.idOf("")));
        Limits.check("url", command.url(), Limits.TEXT);
        Limits.check("description", command.description(), Limits.SETTING_VALUE);
        String identifier = command.identifier().replace(' ', '_');
        Aggregate<RemoteServer> server = servers.loadOrCreate(RemoteServer.idOf(identifier), RemoteServer::new);
        RemoteSettings before = requireNonNullElse(server.invoke(RemoteServer::settings), DEFAULTS);
        RemoteSettings settings = new RemoteSettings(
                command.url(),
                requireNonNullElse(command.tls(), before.tls()),
                requireNonNullElse(command.description(), before.description()));
        server.execute(found -> found.define(identifier, nextNumber, settings));
        return true;
    }

    @CommandHandler
    public boolean handle(DeleteRemoteServer command) {
        existing.require(RemoteServer.idOf(command.identifier())).execute(RemoteServer::delete);
        return true;
    }
}
