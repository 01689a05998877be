package org.symbolon.command.remoteserver;

import org.axonframework.serialization.Revision;
import org.symbolon.command.definition.Definition;
import org.symbolon.command.definition.DefinitionKind;
import org.symbolon.events.remoteserver.RemoteServerCreated;
import org.symbolon.events.remoteserver.RemoteServerDeleted;
import org.symbolon.events.remoteserver.RemoteServerReconfigured;
import org.symbolon.events.remoteserver.RemoteSettings;

/** The definition of a remote server. */
@Revision("2")
public class RemoteServer extends Definition<RemoteSettings> {

    public static final DefinitionKind<RemoteServer, RemoteSettings> KIND = new DefinitionKind<>(
            "remoteserver",
            "eduMFAServer",
            RemoteServer.class,
            RemoteServer::new,
            RemoteServerCreated::new,
            RemoteServerReconfigured::new,
            RemoteServerDeleted::new);

    @Override
    protected DefinitionKind<RemoteServer, RemoteSettings> kind() {
        return KIND;
    }
}
