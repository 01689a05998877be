package org.symbolon.events.realm;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A realm got another list of resolvers. */
@EventName("RealmResolversReplaced")
@Revision("1")
public record RealmResolversReplaced(String name, int realmId, List<RealmMember> resolvers) implements RealmEvent {}
