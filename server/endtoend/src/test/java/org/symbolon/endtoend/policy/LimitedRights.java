package org.symbolon.endtoend.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.api.kernel.ServerKeys;
import org.symbolon.api.kernel.login.LoginTokens;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.SharedWorld;

/** Two realms, and an administrator whose rights end where policies say. */
@ExtendWith(LimitedRights.World.class)
abstract class LimitedRights {

    static final String NOT_ALLOWED = "Admin actions are defined, but the action %s is not allowed!";

    static InProcessServer server;
    static ApiClient admin;
    static ApiClient helper;

    static final class World extends SharedWorld {

        @Override
        protected Runnable start(Path folder) throws IOException {
            server = InProcessServer.start(folder.resolve("data"));
            admin = server.admin();
            helper = bearing("helper", "", LoginTokens.ADMIN);
            Path there = Files.createDirectories(folder.resolve("there"));
            admin.post("/resolver/a", "type", "passwdresolver", "fileName", "" + PasswdFile.write(folder, 4));
            admin.post("/resolver/b", "type", "passwdresolver", "fileName", "" + PasswdFile.write(there, 4));
            admin.post("/realm/alpha", "resolvers", "a");
            admin.post("/realm/beta", "resolvers", "b");
            admin.post("/defaultrealm/beta");
            enrol("A1", "user", "user1", "realm", "alpha");
            enrol("B1", "user", "user1", "realm", "beta");
            enrol("AB", "user", "user2", "realm", "alpha");
            admin.post("/token/realm/AB", "realms", "alpha,beta");
            enrol("INA", "realm", "alpha");
            enrol("FREE");
            return server::close;
        }
    }

    static void enrol(String serial, String... more) {
        String[] what = {"type", "spass", "serial", serial, "pin", "1234"};
        Answer answer = admin.post("/token/init", ApiClient.joined(what, more));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @BeforeEach
    void allowTheAdministratorEverything() {
        policy("super", "admin", "*", "adminuser", "admin");
    }

    @AfterEach
    void deletePolicies() {
        admin.get("/policy/").list().stream()
                .map(policy -> (String) policy.get("name"))
                .filter(name -> !name.equals("super"))
                .forEach(name -> admin.delete("/policy/" + name));
        admin.delete("/policy/super");
    }

    static ApiClient bearing(String name, String realm, String role) {
        LoginTokens tokens = new LoginTokens(server.bean(ServerKeys.class).loginTokenKey(), Clock.systemUTC());
        return new ApiClient(server.port()).bearing(tokens.issue(name, realm, role, "password", List.of()));
    }

    static void policy(String name, String scope, String action, String... more) {
        String[] parameters = ApiClient.joined(new String[] {"scope", scope, "action", action}, more);
        if (!List.of(more).contains("realm")) {
            parameters = ApiClient.joined(parameters, "realm", "");
        }
        Answer answer = admin.post("/policy/" + name, parameters);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    static void helperMay(String action, String realm, String... more) {
        policy("helper", "admin", action, ApiClient.joined(new String[] {"adminuser", "helper", "realm", realm}, more));
    }

    static List<Object> serials(ApiClient client, String... parameters) {
        Answer answer = client.get("/token/", parameters);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<Object> serials =
                answer.rows("tokens").stream().map(token -> token.get("serial")).toList();
        assertThat(answer.valueMap().get("count")).isEqualTo(serials.size());
        return serials;
    }

    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1).toString();
    }

    static List<String> texts(Answer answer, String key) {
        return ((List<?>) answer.valueMap().get(key))
                .stream().map(Object::toString).toList();
    }

    static void assertForbidden(Answer answer, String action) {
        assertRefusal(answer, 403, 303, NOT_ALLOWED.formatted(action));
    }

    static void assertDone(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    static void helperMayWith(String action, String realm, String user, String resolver) {
        helperMay(action, realm, "user", user, "resolver", resolver);
    }
}
