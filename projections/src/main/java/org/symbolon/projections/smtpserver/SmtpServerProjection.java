package org.symbolon.projections.smtpserver;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.smtpserver.SmtpServerCreated;
import org.symbolon.events.smtpserver.SmtpServerDeleted;
import org.symbolon.events.smtpserver.SmtpServerReconfigured;
import org.symbolon.events.smtpserver.SmtpSettings;
import org.symbolon.projections.shared.StoredSecret;

/** Keeps the table of mail servers. */
@ProcessingGroup("inline")
public class SmtpServerProjection {

    private final JdbcOperations jdbc;

    public SmtpServerProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(SmtpServerCreated event) {
        write(event.number(), event.identifier(), event.settings());
    }

    @EventHandler
    void on(SmtpServerReconfigured event) {
        write(event.number(), event.identifier(), event.settings());
    }

    @EventHandler
    void on(SmtpServerDeleted event) {
        jdbc.update("delete from smtpserver where id = ?", event.number());
    }

    private void write(int number, String identifier, SmtpSettings settings) {
        jdbc.update(
                """
                insert into smtpserver (id, identifier, server, port, username, password, data_key, sender, tls, description, timeout, enqueue_job)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set server = excluded.server,
                    port = excluded.port,
                    username = excluded.username,
                    password = excluded.password,
                    data_key = excluded.data_key,
                    sender = excluded.sender,
                    tls = excluded.tls,
                    description = excluded.description,
                    timeout = excluded.timeout,
                    enqueue_job = excluded.enqueue_job
                """,
                number,
                identifier,
                settings.server(),
                settings.port(),
                settings.username(),
                StoredSecret.box(settings.password()),
                StoredSecret.key(settings.password()),
                settings.sender(),
                settings.tls(),
                settings.description(),
                settings.timeout(),
                settings.queued());
    }
}
