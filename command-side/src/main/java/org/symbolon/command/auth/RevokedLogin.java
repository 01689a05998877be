package org.symbolon.command.auth;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.auth.LoginRevoked;

/** A log-in that counts no more. That it is there at all is all there is to it: nobody can revoke one twice. */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class RevokedLogin {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    /** The identifier under which the event of a log-in is stored. */
    public static String idOf(String nonce) {
        return "login/" + nonce;
    }

    static RevokedLogin revoked(String nonce, Instant expires) {
        RevokedLogin login = new RevokedLogin();
        apply(new LoginRevoked(nonce, expires));
        return login;
    }

    @EventSourcingHandler
    void on(LoginRevoked event) {
        id = idOf(event.nonce());
    }
}
