package org.symbolon.command.admin;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.admin.AdminAdded;
import org.symbolon.events.admin.AdminEmailChanged;
import org.symbolon.events.admin.AdminPasswordChanged;
import org.symbolon.events.admin.AdminRemoved;

/** A local administrator, who exists in no user store. The name can be given again after a removal. */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class Admin {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private String username;
    private boolean present;

    /** The identifier under which the events of an administrator are stored. */
    public static String idOf(String username) {
        return "admin/" + username;
    }

    /** Adds the administrator, or gives one who is there what is not empty. */
    void put(String name, String passwordHash, String email) {
        if (!present) {
            apply(new AdminAdded(name, passwordHash, email));
            return;
        }
        apply(new AdminPasswordChanged(name, passwordHash));
        if (!email.isEmpty()) {
            apply(new AdminEmailChanged(name, email));
        }
    }

    void changePassword(String passwordHash) {
        apply(new AdminPasswordChanged(username, passwordHash));
    }

    void remove() {
        apply(new AdminRemoved(username));
    }

    boolean present() {
        return present;
    }

    @EventSourcingHandler
    void on(AdminAdded event) {
        id = idOf(event.username());
        username = event.username();
        present = true;
    }

    @EventSourcingHandler
    void on(AdminRemoved event) {
        present = false;
    }
}
