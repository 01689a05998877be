package org.symbolon.command.smsgateway;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.serialization.Revision;
import org.symbolon.command.definition.Definition;
import org.symbolon.command.definition.DefinitionKind;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.smsgateway.SmsGatewayCreated;
import org.symbolon.events.smsgateway.SmsGatewayDeleted;
import org.symbolon.events.smsgateway.SmsGatewayHeaderRemoved;
import org.symbolon.events.smsgateway.SmsGatewayOptionRemoved;
import org.symbolon.events.smsgateway.SmsGatewayReconfigured;
import org.symbolon.events.smsgateway.SmsGatewaySettings;

/** The definition of an SMS gateway, of which single options and headers can be taken away. */
@Revision("2")
public class SmsGateway extends Definition<SmsGatewaySettings> {

    public static final DefinitionKind<SmsGateway, SmsGatewaySettings> KIND = new DefinitionKind<>(
            "smsgateway",
            "SMSGateway",
            SmsGateway.class,
            SmsGateway::new,
            SmsGatewayCreated::new,
            SmsGatewayReconfigured::new,
            SmsGatewayDeleted::new);

    /** What the header of this name is sealed for, of the gateway of this identifier. */
    public static Binding headerBinding(String identifier, String name) {
        return new Binding(KIND.idOf(identifier), SecretPurpose.HEADER, name);
    }

    @Override
    protected DefinitionKind<SmsGateway, SmsGatewaySettings> kind() {
        return KIND;
    }

    void removeOption(String key) {
        apply(new SmsGatewayOptionRemoved(name(), number(), key));
    }

    void removeHeader(String key) {
        apply(new SmsGatewayHeaderRemoved(name(), number(), key));
    }

    @EventSourcingHandler
    void on(SmsGatewayOptionRemoved event) {
        settle(of(without(event.key(), settings().options()), settings().headers()));
    }

    @EventSourcingHandler
    void on(SmsGatewayHeaderRemoved event) {
        settle(of(settings().options(), without(event.key(), settings().headers())));
    }

    private SmsGatewaySettings of(Map<String, ConfigEntry> options, Map<String, ConfigEntry> headers) {
        return new SmsGatewaySettings(settings().provider(), settings().description(), options, headers);
    }

    private static Map<String, ConfigEntry> without(String key, Map<String, ConfigEntry> entries) {
        Map<String, ConfigEntry> others = new HashMap<>(entries);
        others.remove(key);
        return others;
    }
}
