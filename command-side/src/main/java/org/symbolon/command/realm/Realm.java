package org.symbolon.command.realm;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.realm.RealmCreated;
import org.symbolon.events.realm.RealmDeleted;
import org.symbolon.events.realm.RealmMember;
import org.symbolon.events.realm.RealmResolversReplaced;

/** A named, ordered set of resolvers. The name can be given again after a deletion; it is then another realm. */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class Realm {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private String name;
    private int realmId;
    private boolean present;

    /** The identifier under which the events of a realm are stored. */
    public static String idOf(String name) {
        return "realm/" + name;
    }

    void create(String newName, int newId, List<RealmMember> members) {
        apply(new RealmCreated(newName, newId, members));
    }

    void replaceResolvers(List<RealmMember> members) {
        apply(new RealmResolversReplaced(name, realmId, members));
    }

    void delete() {
        apply(new RealmDeleted(name, realmId));
    }

    int realmId() {
        return realmId;
    }

    boolean present() {
        return present;
    }

    @EventSourcingHandler
    void on(RealmCreated event) {
        id = idOf(event.name());
        name = event.name();
        realmId = event.realmId();
        present = true;
    }

    @EventSourcingHandler
    void on(RealmDeleted event) {
        present = false;
    }
}
