package org.symbolon.endtoend.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** What administrators had configured, as it was at a moment that has passed: the same answers as then. */
@WireTest
class PastWireTest {

    private static final String MODULE_OF_TASKS = "SimpleStats";

    private InProcessServer server;
    private ApiClient admin;
    private String passwd;

    @BeforeAll
    void prepare(InProcessServer shared, Path folder) {
        server = shared;
        admin = Tenant.create(shared, "past", folder, 2).admin();
        passwd = PasswdFile.write(folder, 2).toString();
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** A moment that is behind everything that was answered, and before everything that is still to come. */
    private static String moment() throws InterruptedException {
        Thread.sleep(2);
        String now = Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
        Thread.sleep(2);
        return now;
    }

    /** Each path answers for the moment before the change as it did then, and otherwise after it. */
    private void assertPast(Runnable change, String... paths) throws InterruptedException {
        List<Object> then =
                List.of(paths).stream().map(path -> admin.get(path).value()).toList();
        String moment = moment();
        change.run();
        for (int index = 0; index < paths.length; index++) {
            assertThat(admin.get(paths[index], "at", moment).value())
                    .as(paths[index])
                    .isEqualTo(then.get(index));
            assertThat(admin.get(paths[index]).value()).as(paths[index]).isNotEqualTo(then.get(index));
        }
    }

    @Test
    void realmsAreShownAsTheyWere() throws InterruptedException {
        String former = admin.get("/defaultrealm").valueMap().keySet().stream()
                .findFirst()
                .orElse("");
        done(admin.post("/realm/past2", "resolvers", "past"));
        assertPast(
                () -> {
                    done(admin.post("/realm/past2", "resolvers", ""));
                    done(admin.post("/defaultrealm/past2"));
                },
                "/realm/",
                "/defaultrealm");
        assertPast(() -> done(admin.delete("/realm/past2")), "/realm/");
        if (!former.isEmpty()) {
            done(admin.post("/defaultrealm/" + former));
        }
    }

    @Test
    void resolversAreShownAsTheyWereAndTheirSecretsNever() throws InterruptedException {
        done(admin.post(
                "/resolver/past2", "type", "passwdresolver", "BINDPW", "Resolver-secret", "type.BINDPW", "password"));
        assertPast(
                () -> done(admin.post("/resolver/past2", "type", "passwdresolver", "fileName", passwd)),
                "/resolver/",
                "/resolver/past2");
        assertPast(() -> done(admin.delete("/resolver/past2")), "/resolver/", "/resolver/PAST2");
    }

    @Test
    void eventHandlersAreShownAsTheyWere() throws InterruptedException {
        String[] handler = {
            "name", "p", "event", "validate_offlinerefill", "handlermodule", "Counter", "action", "reset_counter"
        };
        Object number = admin.post("/event", handler).value();
        assertPast(() -> done(admin.post("/event/disable/" + number)), "/event/", "/event/" + number);
        assertPast(() -> done(admin.delete("/event/" + number)), "/event/", "/event/" + number);
    }

    @Test
    void periodicTasksAreShownAsTheyWere() throws InterruptedException {
        String[] task = {
            "name", "past", "interval", "@daily", "nodes", "tested", "taskmodule", MODULE_OF_TASKS, "ordering", "0"
        };
        Object number = admin.post("/periodictask/", task).value();
        String path = "/periodictask/" + number;
        assertPast(() -> done(admin.post("/periodictask/disable/" + number)), "/periodictask/", path);
        assertPast(() -> done(admin.delete(path)), "/periodictask/", path);
        assertRefusal(
                admin.get(path, "at", "2020-01-01T00:00:00Z"),
                404,
                601,
                "The requested PeriodicTask could not be found.");
    }

    @Test
    void settingsAreShownAsTheyWereAndSecretOnesNever() throws InterruptedException {
        done(admin.post("/system/setConfig", "past.key", "Setting-secret", "past.key.type", "password"));
        assertPast(() -> done(admin.post("/system/setConfig", "past.other", "1")), "/system/", "/system/past.other");
        String moment = moment();
        done(admin.delete("/system/past.key"));
        done(admin.delete("/system/past.other"));
        assertValue(admin.get("/system/past.key", "at", moment), "'__CENSORED__'");
        assertValue(admin.get("/system/past.key"), "null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realm/",
                "/defaultrealm",
                "/resolver/",
                "/resolver/past",
                "/event/",
                "/event/1",
                "/periodictask/",
                "/periodictask/1",
                "/system/",
                "/system/some",
                "/policy/",
                "/policy/some",
                "/policy/diff?from=2026-01-01T00:00:00Z"
            })
    void whatIsNoTimeIsRefused(String path) {
        String name = path.startsWith("/policy/diff") ? "to" : "at";
        assertRefusal(
                admin.get(path + (path.contains("?") ? "&" : "?") + name + "=yesterday"),
                400,
                905,
                "ERR905: Parameter '" + name + "' must be a time as in 2026-11-24T12:34:00Z");
    }

    @Test
    void beforeTheFirstEventThereWasNothing() {
        assertValue(admin.get("/realm/", "at", "2020-01-01T00:00:00Z"), "{}");
        assertValue(admin.get("/resolver/", "at", "2020-01-01T00:00:00+01:00"), "{}");
        assertValue(admin.get("/event/", "at", "2020-01-01T00:00:00Z"), "[]");
        assertValue(admin.get("/periodictask/", "at", "2020-01-01T00:00:00Z"), "[]");
        assertValue(admin.get("/system/some", "at", "2020-01-01T00:00:00Z"), "null");
    }

    @Test
    void usersDoNotSeeThePast() {
        ApiClient user = ApiClient.loggedIn(server.port(), "user1@past", PasswdFile.PASSWORD);

        assertRefusal(
                user.get("/system/", "at", "2026-01-01T00:00:00Z"),
                403,
                303,
                "Only administrators may look at the past.");
        done(user.get("/system/"));
    }
}
