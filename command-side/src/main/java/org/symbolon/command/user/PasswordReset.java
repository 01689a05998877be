package org.symbolon.command.user;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.user.RecoveryCodeExpired;
import org.symbolon.events.user.RecoveryCodeIssued;
import org.symbolon.events.user.RecoveryCodeUsed;

/**
 * A recovery code of a user who forgot his password. It is good once and for a while; of two that bring it in the same
 * moment, on whatever nodes, the event store lets one have it.
 */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class PasswordReset {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private int number;
    private Instant expiresAt;
    private boolean present;

    /** The identifier under which the events of a recovery code are stored. */
    public static String idOf(int number) {
        return "passwordreset/" + number;
    }

    void issue(RecoveryCodeIssued issued) {
        apply(issued);
    }

    /** Whether the code was there to use. */
    boolean use(Instant now) {
        if (!present || isExpired(now)) {
            return false;
        }
        apply(new RecoveryCodeUsed(number));
        return true;
    }

    void expire(Instant now) {
        if (present && isExpired(now)) {
            apply(new RecoveryCodeExpired(number));
        }
    }

    void withdraw() {
        if (present) {
            apply(new RecoveryCodeExpired(number));
        }
    }

    private boolean isExpired(Instant now) {
        return expiresAt.isBefore(now);
    }

    @EventSourcingHandler
    void on(RecoveryCodeIssued event) {
        id = idOf(event.number());
        number = event.number();
        expiresAt = event.expiresAt();
        present = true;
    }

    @EventSourcingHandler
    void on(RecoveryCodeUsed event) {
        present = false;
    }

    @EventSourcingHandler
    void on(RecoveryCodeExpired event) {
        present = false;
    }
}
