package org.symbolon.projections.serviceid;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.serviceid.ServiceidCreated;
import org.symbolon.events.serviceid.ServiceidDeleted;
import org.symbolon.events.serviceid.ServiceidDescribed;

/** Keeps the table of service ids. */
@ProcessingGroup("inline")
public class ServiceidProjection {

    private final JdbcOperations jdbc;

    public ServiceidProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(ServiceidCreated event) {
        jdbc.update(
                "insert into serviceid (id, name, \"Description\") values (?, ?, ?)",
                event.number(),
                event.name(),
                event.description());
    }

    @EventHandler
    void on(ServiceidDescribed event) {
        jdbc.update("update serviceid set \"Description\" = ? where id = ?", event.description(), event.number());
    }

    @EventHandler
    void on(ServiceidDeleted event) {
        jdbc.update("delete from serviceid where id = ?", event.number());
    }
}
