package org.symbolon.command.policy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.policy.PolicyChanged;
import org.symbolon.events.policy.PolicyCondition;
import org.symbolon.events.policy.PolicyConditionsReplaced;
import org.symbolon.events.policy.PolicyCreated;
import org.symbolon.events.policy.PolicyDeleted;
import org.symbolon.events.policy.PolicyDisabled;
import org.symbolon.events.policy.PolicyEnabled;
import org.symbolon.events.policy.PolicyTerms;

/**
 * A rule that an administrator made. What is asked for and is true already makes no event. The name can be given again
 * after a deletion; it is then another policy.
 */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class Policy {

    static final PolicyTerms NOTHING = new PolicyTerms(
            "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), "", false, 1);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private String name;
    private int policyId;
    private boolean present;
    private boolean active;
    private PolicyTerms terms = NOTHING;
    private List<PolicyCondition> conditions = List.of();

    /** The identifier under which the events of a policy are stored. */
    public static String idOf(String name) {
        return "policy/" + name;
    }

    void create(String newName, int newId, boolean inUse, PolicyTerms newTerms, List<PolicyCondition> newConditions) {
        apply(new PolicyCreated(newName, newId, inUse, newTerms, newConditions));
    }

    void change(PolicyTerms newTerms) {
        if (!newTerms.equals(terms)) {
            apply(new PolicyChanged(name, policyId, newTerms));
        }
    }

    void replaceConditions(List<PolicyCondition> newConditions) {
        if (!newConditions.equals(conditions)) {
            apply(new PolicyConditionsReplaced(name, policyId, newConditions));
        }
    }

    void enable() {
        if (!active) {
            apply(new PolicyEnabled(name, policyId));
        }
    }

    void disable() {
        if (active) {
            apply(new PolicyDisabled(name, policyId));
        }
    }

    void delete() {
        apply(new PolicyDeleted(name, policyId));
    }

    int policyId() {
        return policyId;
    }

    boolean present() {
        return present;
    }

    /** All that an administrator can say of a policy, and whether there is one. */
    record Content(boolean present, boolean active, PolicyTerms terms, List<PolicyCondition> conditions) {}

    Content content() {
        return new Content(present, active, terms, conditions);
    }

    /** What it says, or nothing where there is no policy. */
    PolicyTerms terms() {
        return terms;
    }

    @EventSourcingHandler
    void on(PolicyCreated event) {
        id = idOf(event.name());
        name = event.name();
        policyId = event.policyId();
        present = true;
        active = event.active();
        terms = event.terms();
        conditions = event.conditions();
    }

    @EventSourcingHandler
    void on(PolicyChanged event) {
        terms = event.terms();
    }

    @EventSourcingHandler
    void on(PolicyConditionsReplaced event) {
        conditions = event.conditions();
    }

    @EventSourcingHandler
    void on(PolicyEnabled event) {
        active = true;
    }

    @EventSourcingHandler
    void on(PolicyDisabled event) {
        active = false;
    }

    @EventSourcingHandler
    void on(PolicyDeleted event) {
        present = false;
        terms = NOTHING;
        conditions = List.of();
    }
}
