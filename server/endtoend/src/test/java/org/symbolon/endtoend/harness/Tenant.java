package org.symbolon.endtoend.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** One test class's own part of a shared server: a realm with a resolver of the same name, and users in it. */
public record Tenant(ApiClient admin, ApiClient anyone, String realm) {

    public static Tenant create(InProcessServer server, String realm, Path folder, int users) {
        return create(server, realm, realm, folder, users);
    }

    /** With a resolver of another name. */
    static Tenant create(InProcessServer server, String realm, String resolver, Path folder, int users) {
        ApiClient admin = server.admin();
        Path passwd = PasswdFile.write(folder, users);
        admin.post("/resolver/" + resolver, "type", "passwdresolver", "fileName", passwd.toString());
        assertThat(admin.post("/realm/" + realm, "resolvers", resolver).status())
                .isEqualTo(200);
        return new Tenant(admin, server.anonymous(), realm);
    }

    /** A token of one of the users. */
    public Answer enrol(String serial, String user, String... parameters) {
        return admin.post("/token/init", ApiClient.joined(parameters, "serial", serial, "user", user, "realm", realm));
    }

    /** Checks a log-in of one of the users. */
    public Answer check(String user, String pass, String... more) {
        return anyone.post("/validate/check", ApiClient.joined(more, "user", user, "realm", realm, "pass", pass));
    }

    /** The one token with the serial, as the list shows it. */
    public Object listed(String serial) {
        return admin.get("/token/", "serial", serial).rows("tokens").get(0);
    }
}
