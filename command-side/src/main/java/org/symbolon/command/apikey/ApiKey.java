package org.symbolon.command.apikey;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.apikey.ApiKeyIssued;
import org.symbolon.events.apikey.ApiKeyRevoked;

/** The key of a program, of which only is known that it was issued, and whether it counts. */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class ApiKey {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private String keyId;
    private Instant expires;
    private boolean revoked;

    /** The identifier under which the events of a key are stored. */
    public static String idOf(String keyId) {
        return "apikey/" + keyId;
    }

    static ApiKey issued(IssueApiKey command) {
        ApiKey key = new ApiKey();
        apply(new ApiKeyIssued(command.keyId(), command.name(), command.realm(), command.role(), command.expires()));
        return key;
    }

    void revoke() {
        apply(new ApiKeyRevoked(keyId));
    }

    boolean counts() {
        return !revoked;
    }

    Instant expires() {
        return expires;
    }

    @EventSourcingHandler
    void on(ApiKeyIssued event) {
        id = idOf(event.keyId());
        keyId = event.keyId();
        expires = event.expires();
    }

    @EventSourcingHandler
    void on(ApiKeyRevoked event) {
        revoked = true;
    }
}
