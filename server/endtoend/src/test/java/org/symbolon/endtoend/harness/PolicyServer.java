package org.symbolon.endtoend.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/**
 * A server of one's own for tests with policies of administrators and users, of which the first would take all rights from
 * everybody on a shared one. All rights are given; a policy of a test is for one user.
 */
public final class PolicyServer implements AutoCloseable {

    private final InProcessServer server;
    private final Tenant tenant;
    private int policies;

    private PolicyServer(InProcessServer server, Tenant tenant) {
        this.server = server;
        this.tenant = tenant;
    }

    public static PolicyServer start(Path folder, int users, String... properties) {
        InProcessServer server = InProcessServer.start(folder, properties);
        PolicyServer started = new PolicyServer(server, Tenant.create(server, "policed", folder, users));
        started.admin().post("/defaultrealm/policed");
        started.policy("admin", "*", "");
        started.policy("user", "*", "");
        return started;
    }

    public Tenant tenant() {
        return tenant;
    }

    /** The server itself, with its beans at hand. */
    public InProcessServer process() {
        return server;
    }

    public int port() {
        return server.port();
    }

    public ApiClient admin() {
        return tenant.admin();
    }

    /** What stands in a token's column. */
    public String stored(String column, String serial) {
        return server.jdbc()
                .sql("select " + column + " from rm.token where serial = ?")
                .param(serial)
                .query(String.class)
                .single();
    }

    /** A client that one of the users is logged in with. */
    public ApiClient user(String name) {
        return ApiClient.loggedIn(server.port(), name, PasswdFile.PASSWORD);
    }

    /** A policy for one user, or for everybody if that is empty. */
    public String policy(String scope, String action, String user) {
        String name = "policy" + policies++;
        Answer answer = admin().post(
                        "/policy/" + name,
                        "scope",
                        scope,
                        "action",
                        action,
                        "realm",
                        "",
                        "user",
                        user,
                        "priority",
                        "1");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return name;
    }

    @Override
    public void close() {
        server.close();
    }
}
