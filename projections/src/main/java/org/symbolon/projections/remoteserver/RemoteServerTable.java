package org.symbolon.projections.remoteserver;

import static org.symbolon.projections.definition.DefinitionColumn.column;

import org.symbolon.events.remoteserver.RemoteServerEvent;
import org.symbolon.events.remoteserver.RemoteSettings;
import org.symbolon.projections.definition.DefinitionTable;

/** The table of remote servers. */
public final class RemoteServerTable {

    public static final DefinitionTable<RemoteSettings> TABLE = DefinitionTable.of(
            RemoteServerEvent.class,
            RemoteSettings.class,
            "edumfaserver",
            "identifier",
            column("url", RemoteSettings::url),
            column("tls", RemoteSettings::tls),
            column("description", RemoteSettings::description));

    private RemoteServerTable() {}
}
