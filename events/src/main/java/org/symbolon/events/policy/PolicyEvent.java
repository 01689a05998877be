package org.symbolon.events.policy;

/** What can happen to a policy. */
public sealed interface PolicyEvent
        permits PolicyCreated, PolicyChanged, PolicyConditionsReplaced, PolicyEnabled, PolicyDisabled, PolicyDeleted {

    String name();

    int policyId();
}
