package org.symbolon.events.policy;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A policy that was out of use came into use. */
@EventName("PolicyEnabled")
@Revision("1")
public record PolicyEnabled(String name, int policyId) implements PolicyEvent {}
