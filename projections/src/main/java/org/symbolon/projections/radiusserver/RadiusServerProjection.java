package org.symbolon.projections.radiusserver;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.radiusserver.RadiusServerCreated;
import org.symbolon.events.radiusserver.RadiusServerDeleted;
import org.symbolon.events.radiusserver.RadiusServerReconfigured;
import org.symbolon.events.radiusserver.RadiusSettings;
import org.symbolon.projections.shared.StoredSecret;

/** Keeps the table of RADIUS servers. */
@ProcessingGroup("inline")
public class RadiusServerProjection {

    private final JdbcOperations jdbc;

    public RadiusServerProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(RadiusServerCreated event) {
        write(event.number(), event.identifier(), event.settings());
    }

    @EventHandler
    void on(RadiusServerReconfigured event) {
        write(event.number(), event.identifier(), event.settings());
    }

    @EventHandler
    void on(RadiusServerDeleted event) {
        jdbc.update("delete from radiusserver where id = ?", event.number());
    }

    private void write(int number, String identifier, RadiusSettings settings) {
        jdbc.update(
                """
                insert into radiusserver (id, identifier, server, port, secret, data_key, dictionary, description, timeout, retries, enforce_ma)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set server = excluded.server,
                    port = excluded.port,
                    secret = excluded.secret,
                    data_key = excluded.data_key,
                    dictionary = excluded.dictionary,
                    description = excluded.description,
                    timeout = excluded.timeout,
                    retries = excluded.retries,
                    enforce_ma = excluded.enforce_ma
                """,
                number,
                identifier,
                settings.server(),
                settings.port(),
                StoredSecret.box(settings.secret()),
                StoredSecret.key(settings.secret()),
                settings.dictionary(),
                settings.description(),
                settings.timeout(),
                settings.retries(),
                settings.authenticatorEnforced());
    }
}
