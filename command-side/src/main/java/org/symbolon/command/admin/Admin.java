package org.symbolon.command.admin;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.command.error.Refusal;
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

    /** One who is there keeps his password: it is changed by a command of its own, by somebody who means to. */
    void add(String name, String passwordHash, String email) {
        if (present) {
            throw Refusal.configAdmin(
                    "There is already an administrator %s: `symbolon admin passwd %s` changes the password"
                            .formatted(name, name));
        }
        apply(new AdminAdded(name, passwordHash, email));
    }

    void changePassword(String passwordHash) {
        apply(new AdminPasswordChanged(username, passwordHash));
    }

    void changeEmail(String email) {
        apply(new AdminEmailChanged(username, email));
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
