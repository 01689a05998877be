package org.symbolon.command.smtpserver;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.function.IntSupplier;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.smtpserver.SmtpServerCreated;
import org.symbolon.events.smtpserver.SmtpServerDeleted;
import org.symbolon.events.smtpserver.SmtpServerReconfigured;
import org.symbolon.events.smtpserver.SmtpSettings;

/** The definition of a mail server. The identifier can be given again after a deletion. */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class SmtpServer {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private String identifier;
    private int number;
    private SmtpSettings settings;

    /** The identifier under which the events of a mail server are stored. */
    public static String idOf(String identifier) {
        return "smtpserver/" + identifier;
    }

    /** Gives a new one a number, and leaves the number of one that exists. */
    void define(String newIdentifier, IntSupplier nextNumber, SmtpSettings newSettings) {
        if (present()) {
            apply(new SmtpServerReconfigured(identifier, number, newSettings));
            return;
        }
        apply(new SmtpServerCreated(newIdentifier, nextNumber.getAsInt(), newSettings));
    }

    void delete() {
        apply(new SmtpServerDeleted(identifier, number));
    }

    boolean present() {
        return settings != null;
    }

    /** The present settings, null if it is not there. */
    SmtpSettings settings() {
        return settings;
    }

    @EventSourcingHandler
    void on(SmtpServerCreated event) {
        id = idOf(event.identifier());
        identifier = event.identifier();
        number = event.number();
        settings = event.settings();
    }

    @EventSourcingHandler
    void on(SmtpServerReconfigured event) {
        settings = event.settings();
    }

    @EventSourcingHandler
    void on(SmtpServerDeleted event) {
        settings = null;
    }
}
