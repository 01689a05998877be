package org.symbolon.events.policy;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A policy came into being, in use or not. */
@EventName("PolicyCreated")
@Revision("1")
public record PolicyCreated(
        String name, int policyId, boolean active, PolicyTerms terms, List<PolicyCondition> conditions)
        implements PolicyEvent {}
