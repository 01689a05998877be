package org.symbolon.endtoend.secrecy;

import static org.symbolon.endtoend.secrecy.Hoard.RESOLVER_PASSWORD;
import static org.symbolon.endtoend.secrecy.Hoard.succeed;

import org.symbolon.endtoend.harness.ApiClient;

/** Saves secrets of resolvers, also one that lies within an object, and tries them out. */
final class ResolverUse {

    private ResolverUse() {}

    static void save(ApiClient admin) {
        String[] entries = {"type", "passwdresolver", "BINDPW", RESOLVER_PASSWORD, "type.BINDPW", "password"};
        succeed(admin.post("/resolver/secretive", entries));
        succeed(admin.post("/resolver/secretive", "type", "passwdresolver", "BINDPW", RESOLVER_PASSWORD));
        succeed(admin.post(
                "/resolver/secretive-web",
                "type",
                "entraidresolver",
                "client_secret",
                RESOLVER_PASSWORD,
                "client_certificate",
                "{\"private_key_password\": \"" + RESOLVER_PASSWORD + "\"}"));
        succeed(admin.post("/resolver/test", entries));
    }
}
