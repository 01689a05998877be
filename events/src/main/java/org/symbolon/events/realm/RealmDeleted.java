package org.symbolon.events.realm;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A realm was deleted. */
@EventName("RealmDeleted")
@Revision("1")
public record RealmDeleted(String name, int realmId) implements RealmEvent {}
