package org.symbolon.command.user;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.command.shared.Sha256;
import org.symbolon.events.user.UserAttributeDeleted;
import org.symbolon.events.user.UserAttributeSet;
import org.symbolon.events.user.UserKey;

/**
 * The custom attributes of one user: what is known of him here and not by his resolver. Users themselves are not kept, so
 * there is one of these for whoever has, or had, an attribute.
 */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class UserAttributes {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private SortedMap<String, Integer> numbers = new TreeMap<>();

    /**
     * The identifier under which the events of a user's attributes are stored. It is a digest, since the id of a user can be
     * longer than an identifier may be; the parts before that id hold no line break, so no two users share a digested text.
     */
    public static String idOf(UserKey user) {
        String text = user.realmId() + "\n" + user.resolver() + "\n" + user.userId();
        return "userattributes/" + Sha256.hexOf(text);
    }

    /** Gives a new one a number, and leaves the number of one that is there. */
    void set(UserKey user, String key, String value, String type, IntSupplier nextNumber) {
        Integer number = numbers.get(key);
        apply(new UserAttributeSet(user, number == null ? nextNumber.getAsInt() : number, key, value, type));
    }

    /** How many were there to delete. */
    int delete(UserKey user, String key) {
        Integer number = numbers.get(key);
        if (number == null) {
            return 0;
        }
        apply(new UserAttributeDeleted(user, number, key));
        return 1;
    }

    /** The number of an attribute that is there. */
    int number(String key) {
        return numbers.get(key);
    }

    @EventSourcingHandler
    void on(UserAttributeSet event) {
        id = idOf(event.user());
        numbers.put(event.key(), event.number());
    }

    @EventSourcingHandler
    void on(UserAttributeDeleted event) {
        numbers.remove(event.key());
    }
}
