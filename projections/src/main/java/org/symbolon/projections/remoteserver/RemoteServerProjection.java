package org.symbolon.projections.remoteserver;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.remoteserver.RemoteServerCreated;
import org.symbolon.events.remoteserver.RemoteServerDeleted;
import org.symbolon.events.remoteserver.RemoteServerReconfigured;
import org.symbolon.events.remoteserver.RemoteSettings;

/** Keeps the table of remote servers. */
@ProcessingGroup("inline")
public class RemoteServerProjection {

    private final JdbcOperations jdbc;

    public RemoteServerProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(RemoteServerCreated event) {
        write(event.number(), event.identifier(), event.settings());
    }

    @EventHandler
    void on(RemoteServerReconfigured event) {
        write(event.number(), event.identifier(), event.settings());
    }

    @EventHandler
    void on(RemoteServerDeleted event) {
        jdbc.update("delete from edumfaserver where id = ?", event.number());
    }

    private void write(int number, String identifier, RemoteSettings settings) {
        jdbc.update(
                """
                insert into edumfaserver (id, identifier, url, tls, description)
                values (?, ?, ?, ?, ?)
                on conflict (id) do update set url = excluded.url,
                    tls = excluded.tls,
                    description = excluded.description
                """,
                number,
                identifier,
                settings.url(),
                settings.tls(),
                settings.description());
    }
}
