package org.symbolon.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** One test class's own part of a shared server: a realm with a resolver of the same name, and users in it. */
record Tenant(ApiClient admin, ApiClient anyone, String realm) {

    static Tenant create(InProcessServer server, String realm, Path folder, int users) {
        ApiClient admin = server.admin();
        Path passwd = PasswdFile.write(folder, users);
        admin.post("/resolver/" + realm, "type", "passwdresolver", "fileName", passwd.toString());
        assertThat(admin.post("/realm/" + realm, "resolvers", realm).status()).isEqualTo(200);
        return new Tenant(admin, server.anonymous(), realm);
    }

    /** A token of one of the users. */
    Answer enrol(String serial, String user, String... parameters) {
        return admin.post("/token/init", ApiClient.joined(parameters, "serial", serial, "user", user, "realm", realm));
    }

    /** Checks a log-in of one of the users. */
    Answer check(String user, String pass, String... more) {
        return anyone.post("/validate/check", ApiClient.joined(more, "user", user, "realm", realm, "pass", pass));
    }

    /** The one token with the serial, as the list shows it. */
    Object listed(String serial) {
        return admin.get("/token/", "serial", serial).rows("tokens").get(0);
    }
}
