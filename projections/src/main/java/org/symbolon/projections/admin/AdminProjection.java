package org.symbolon.projections.admin;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.admin.AdminAdded;
import org.symbolon.events.admin.AdminEmailChanged;
import org.symbolon.events.admin.AdminPasswordChanged;
import org.symbolon.events.admin.AdminRemoved;

/** Keeps the table of local administrators, against which log-ins are checked. */
@ProcessingGroup("inline")
public class AdminProjection {

    private final JdbcOperations jdbc;

    public AdminProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(AdminAdded event) {
        jdbc.update(
                "insert into admin (username, password, email) values (?, ?, ?)",
                event.username(),
                event.passwordHash(),
                event.email());
    }

    @EventHandler
    void on(AdminPasswordChanged event) {
        jdbc.update("update admin set password = ? where username = ?", event.passwordHash(), event.username());
    }

    @EventHandler
    void on(AdminEmailChanged event) {
        jdbc.update("update admin set email = ? where username = ?", event.email(), event.username());
    }

    @EventHandler
    void on(AdminRemoved event) {
        jdbc.update("delete from admin where username = ?", event.username());
    }
}
