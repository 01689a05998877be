package org.symbolon.events.policy;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A policy was deleted. */
@EventName("PolicyDeleted")
@Revision("1")
public record PolicyDeleted(String name, int policyId) implements PolicyEvent {}
