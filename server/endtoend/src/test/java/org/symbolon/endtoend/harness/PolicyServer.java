package org.symbolon.endtoend.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A server for tests with policies of administrators and users, of which the first would take all rights from everybody on
 * a shared one. All rights are given; a policy of a test is for one user. A {@link PolicyTest} is lent one, and starts one of
 * its own if it needs other settings.
 */
public final class PolicyServer implements AutoCloseable {

    private static final String REALM = "policed";
    private static final Set<String> ALL_RIGHTS = Set.of("policy0", "policy1");

    private final InProcessServer server;
    private final Tenant tenant;
    private final Set<String> settings;
    private int policies;

    private PolicyServer(InProcessServer server, Tenant tenant) {
        this.server = server;
        this.tenant = tenant;
        this.settings = Set.copyOf(settings());
    }

    /** One that is the class's own. */
    public static PolicyServer start(Path folder, int users, String... properties) {
        return on(InProcessServer.start(folder, properties), REALM, folder, users);
    }

    /** With a realm whose users come from a new resolver, so that they have nothing yet. */
    static PolicyServer on(InProcessServer server, String resolver, Path folder, int users) {
        PolicyServer started = new PolicyServer(server, Tenant.create(server, REALM, resolver, folder, users));
        started.admin().post("/defaultrealm/" + REALM);
        started.policy("admin", "*", "");
        started.policy("user", "*", "");
        return started;
    }

    /** Takes away what the tests have made, so that others find it as after a start. */
    void clear() {
        admin().get("/token/", "pagesize", "1000").rows("tokens").forEach(token -> admin().delete(
                        "/token/" + token.get("serial")));
        Set<String> said = admin().get("/policy/").list().stream()
                .map(policy -> (String) policy.get("name"))
                .collect(Collectors.toCollection(TreeSet::new));
        said.removeAll(ALL_RIGHTS);
        said.forEach(name -> admin().delete("/policy/" + name));
        Set<String> set = new TreeSet<>(settings());
        set.removeAll(settings);
        set.forEach(key -> admin().delete("/system/" + key));
    }

    private Set<String> settings() {
        return admin().get("/system/").valueMap().keySet();
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
