package org.symbolon.events.policy;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A policy has these conditions now and no others. */
@EventName("PolicyConditionsReplaced")
@Revision("1")
public record PolicyConditionsReplaced(String name, int policyId, List<PolicyCondition> conditions)
        implements PolicyEvent {}
