package org.symbolon.projections.support;

import java.util.List;
import java.util.Map;
import org.symbolon.events.realm.RealmCreated;
import org.symbolon.events.realm.RealmMember;
import org.symbolon.events.resolver.ResolverCreated;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TypeState;

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

    /** How tokens keep their PINs. */
    public static final Pin PIN = new Pin.Hashed("hash");

    public static TokenEnrolled enrolled(int id, String serial) {
        return enrolled(id, serial, null, List.of(), Map.of());
    }

    public static TokenEnrolled enrolled(
            int id, String serial, TokenOwner owner, List<String> realms, Map<String, String> info) {
        return enrolled(id, serial, owner, realms, info, TypeState.of(0L, Map.of()));
    }

    public static TokenEnrolled enrolled(
            int id, String serial, TokenOwner owner, List<String> realms, Map<String, String> info, TypeState state) {
        return new TokenEnrolled(
                serial, id, "hotp", 6, SEED, PIN, "my token", 10, 10, 1000, "", true, state, info, owner, realms);
    }
}
