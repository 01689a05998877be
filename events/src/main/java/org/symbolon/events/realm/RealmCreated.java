package org.symbolon.events.realm;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A realm came into being. */
@EventName("RealmCreated")
@Revision("1")
public record RealmCreated(String name, int realmId, List<RealmMember> resolvers) implements RealmEvent {}
