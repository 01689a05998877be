package org.symbolon.events.policy;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A policy says something else from now on. Conditions and use are not touched. */
@EventName("PolicyChanged")
@Revision("1")
public record PolicyChanged(String name, int policyId, PolicyTerms terms) implements PolicyEvent {}
