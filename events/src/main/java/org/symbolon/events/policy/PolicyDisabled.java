package org.symbolon.events.policy;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A policy was taken out of use; it keeps what it says. */
@EventName("PolicyDisabled")
@Revision("1")
public record PolicyDisabled(String name, int policyId) implements PolicyEvent {}
