package org.symbolon.events.realm;

/**
 * A resolver's place in a realm.
 *
 * @param resolver name of the resolver
 * @param priority the smaller is searched first; null counts as 1000
 */
public record RealmMember(String resolver, Integer priority) {}
