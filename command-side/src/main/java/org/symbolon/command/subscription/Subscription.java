package org.symbolon.command.subscription;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.subscription.SubscriptionDeleted;
import org.symbolon.events.subscription.SubscriptionRegistered;
import org.symbolon.events.subscription.SubscriptionRenewed;
import org.symbolon.events.subscription.SubscriptionTerms;

/** What an application's makers were paid for. It is kept because clients ask for it; nothing depends on it. */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class Subscription {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private String application;
    private int number;
    private boolean present;

    /** The identifier under which the events of an application's subscription are stored. */
    public static String idOf(String application) {
        return "subscription/" + application;
    }

    void register(String newApplication, int newNumber, SubscriptionTerms terms) {
        apply(new SubscriptionRegistered(newApplication, newNumber, terms));
    }

    void renew(SubscriptionTerms terms) {
        apply(new SubscriptionRenewed(application, number, terms));
    }

    void delete() {
        apply(new SubscriptionDeleted(application, number));
    }

    int number() {
        return number;
    }

    boolean present() {
        return present;
    }

    @EventSourcingHandler
    void on(SubscriptionRegistered event) {
        id = idOf(event.application());
        application = event.application();
        number = event.number();
        present = true;
    }

    @EventSourcingHandler
    void on(SubscriptionDeleted event) {
        present = false;
    }
}
