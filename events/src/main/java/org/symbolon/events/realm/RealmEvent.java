package org.symbolon.events.realm;

/** What can happen to a realm. */
public sealed interface RealmEvent permits RealmCreated, RealmResolversReplaced, RealmDeleted {

    String name();

    int realmId();
}
