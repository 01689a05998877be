package org.symbolon.command.realm;

import java.util.List;
import org.symbolon.events.realm.RealmMember;

/** Create a realm with these resolvers, or replace the resolvers of one that exists. */
public record SaveRealm(String name, List<RealmMember> resolvers) {

    /** Which of the resolvers were put into the realm, and which do not exist. */
    public record Saved(List<String> added, List<String> failed) {}
}
