package org.symbolon.projections.support;

import java.util.List;
import java.util.Map;
import org.symbolon.events.realm.RealmCreated;
import org.symbolon.events.realm.RealmMember;
import org.symbolon.events.resolver.ResolverCreated;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenEnrolled;

/** Events that many tests begin with. */
public final class Facts {

    public static final Sealed SEED = new Sealed("key-1", "c2VlZA==");
    public static final TokenOwner CORNELIUS = new TokenOwner("passwd", "1000", "realm1");

    private Facts() {}

    public static ResolverCreated resolver(int id, String name) {
        return new ResolverCreated(name, id, "passwdresolver", Map.of("fileName", ConfigEntry.plain("/etc/passwd")));
    }

    public static RealmCreated realm(int id, String name, String... resolvers) {
        return new RealmCreated(
                name,
                id,
                List.of(resolvers).stream()
                        .map(resolver -> new RealmMember(resolver, null))
                        .toList());
    }

    public static TokenEnrolled enrolled(int id, String serial) {
        return enrolled(id, serial, null, List.of(), Map.of());
    }

    public static TokenEnrolled enrolled(
            int id, String serial, TokenOwner owner, List<String> realms, Map<String, String> info) {
        return new TokenEnrolled(
                serial, id, "hotp", 6, SEED, "hash", "my token", 10, 10, 1000, "", true, info, owner, realms);
    }
}
