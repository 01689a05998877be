package org.symbolon.command.smsgateway;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.smsgateway.SmsGatewayCreated;
import org.symbolon.events.smsgateway.SmsGatewayDeleted;
import org.symbolon.events.smsgateway.SmsGatewayHeaderRemoved;
import org.symbolon.events.smsgateway.SmsGatewayOptionRemoved;
import org.symbolon.events.smsgateway.SmsGatewayReconfigured;
import org.symbolon.events.smsgateway.SmsGatewaySettings;

/** The definition of an SMS gateway. The identifier can be given again after a deletion. */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class SmsGateway {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private String identifier;
    private int number;
    private boolean present;
    private Map<String, ConfigEntry> options = new HashMap<>();
    private Map<String, ConfigEntry> headers = new HashMap<>();

    /** The identifier under which the events of an SMS gateway are stored. */
    public static String idOf(String identifier) {
        return "smsgateway/" + identifier;
    }

    /** Gives a new one a number, and leaves the number of one that exists. */
    void define(String newIdentifier, IntSupplier nextNumber, SmsGatewaySettings settings) {
        if (present) {
            apply(new SmsGatewayReconfigured(identifier, number, settings));
            return;
        }
        apply(new SmsGatewayCreated(newIdentifier, nextNumber.getAsInt(), settings));
    }

    void removeOption(String key) {
        apply(new SmsGatewayOptionRemoved(identifier, number, key));
    }

    void removeHeader(String key) {
        apply(new SmsGatewayHeaderRemoved(identifier, number, key));
    }

    void delete() {
        apply(new SmsGatewayDeleted(identifier, number));
    }

    int number() {
        return number;
    }

    boolean present() {
        return present;
    }

    Map<String, ConfigEntry> options() {
        return options;
    }

    Map<String, ConfigEntry> headers() {
        return headers;
    }

    @EventSourcingHandler
    void on(SmsGatewayCreated event) {
        id = idOf(event.identifier());
        identifier = event.identifier();
        number = event.number();
        present = true;
        take(event.settings());
    }

    @EventSourcingHandler
    void on(SmsGatewayReconfigured event) {
        take(event.settings());
    }

    private void take(SmsGatewaySettings settings) {
        options = new HashMap<>(settings.options());
        headers = new HashMap<>(settings.headers());
    }

    @EventSourcingHandler
    void on(SmsGatewayOptionRemoved event) {
        options.remove(event.key());
    }

    @EventSourcingHandler
    void on(SmsGatewayHeaderRemoved event) {
        headers.remove(event.key());
    }

    @EventSourcingHandler
    void on(SmsGatewayDeleted event) {
        present = false;
        options = new HashMap<>();
        headers = new HashMap<>();
    }
}
