package org.symbolon.command.config;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.events.config.DefaultRealmChanged;
import org.symbolon.events.config.SettingDeleted;
import org.symbolon.events.config.SettingStored;
import org.symbolon.events.shared.ConfigEntry;

/** The system settings, and which realm is the default: there is one of each for all nodes. */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class SystemConfig {

    /** The identifier under which the events of the system configuration are stored. */
    public static final String ID = "config";

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private Map<String, ConfigEntry> entries = new HashMap<>(); // final, a snapshot would not bring it back

    private String defaultRealm;

    /** What the setting of this key is sealed for. */
    public static Binding entryBinding(String key) {
        return new Binding(ID, SecretPurpose.ENTRY, key);
    }

    /** Whether the setting is new. */
    boolean store(String key, ConfigEntry entry) {
        boolean added = !entries.containsKey(key);
        apply(new SettingStored(key, entry));
        return added;
    }

    void delete(String key) {
        apply(new SettingDeleted(key));
    }

    /** Makes the realm the default; null for none. */
    public void changeDefaultRealm(String realm) {
        if (!Objects.equals(defaultRealm, realm)) {
            apply(new DefaultRealmChanged(realm));
        }
    }

    ConfigEntry entry(String key) {
        return entries.get(key);
    }

    /** The default realm, null if there is none. */
    public String defaultRealm() {
        return defaultRealm;
    }

    @EventSourcingHandler
    void on(SettingStored event) {
        id = ID;
        entries.put(event.key(), event.entry());
    }

    @EventSourcingHandler
    void on(SettingDeleted event) {
        entries.remove(event.key());
    }

    @EventSourcingHandler
    void on(DefaultRealmChanged event) {
        id = ID;
        defaultRealm = event.realm();
    }
}
