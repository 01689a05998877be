package org.symbolon.endtoend.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Statements;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.store.database.DatabaseAccess;

/**
 * Two servers on one PostgreSQL that know policies, realms, resolvers and settings from memory: the one that changes them at
 * once, the other a moment later, and neither asks the database.
 */
class ConfigurationInMemoryTest {

    private static final int WARM_UP = 4;
    private static final int CHANGES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> TABLES = List.of(
            "config",
            "realm",
            "resolver",
            "resolverrealm",
            "resolverconfig",
            "policy",
            "policycondition",
            "eventhandler",
            "eventhandleroption",
            "eventhandlercondition");

    @TempDir
    private static Path folder;

    private static final Statements STATEMENTS = new Statements();
    private static InProcessServer first;
    private static InProcessServer second;

    @BeforeAll
    static void startBoth() throws IOException {
        DatabaseAccess database = InProcessServer.installed(folder.resolve("first"));
        first = InProcessServer.start(folder.resolve("first"), database, "first", application -> {});
        Path data = Files.createDirectory(folder.resolve("second"));
        Files.copy(folder.resolve("first/master.key"), data.resolve("master.key"), StandardCopyOption.COPY_ATTRIBUTES);
        second = InProcessServer.start(data, database, "second", STATEMENTS::listenTo);
        Tenant.create(first, "realm1", folder, 3);
    }

    @AfterAll
    static void stopBoth() {
        Stream.of(first, second).filter(Objects::nonNull).forEach(InProcessServer::close);
    }

    private static ConfigurationView known(InProcessServer server) {
        return server.bean(ConfigurationViews.class).current();
    }

    /** How long it took until the other node knew of a change, from its request and from its answer. */
    private record Seen(Duration sinceRequest, Duration sinceAnswer) {}

    @Test
    void whatOneNodeChangesIsKnownThereBeforeTheAnswerAndOnTheOtherSoonAfter() {
        ApiClient[] admins = {first.admin(), second.admin()};
        List<Seen> seen = new ArrayList<>();
        for (int turn = 0; turn < WARM_UP + CHANGES; turn++) {
            List<Seen> ofTurn = changeEverything(turn, admins[turn % 2]);
            seen.addAll(turn < WARM_UP ? List.of() : ofTurn);
        }
        print("request", seen.stream().map(Seen::sinceRequest));
        Duration median = print("answer", seen.stream().map(Seen::sinceAnswer));
        assertThat(median).isLessThan(Duration.ofMillis(100));
    }

    private static List<Seen> changeEverything(int turn, ApiClient admin) {
        String name = "n" + turn;
        String[] resolver = {"type", "passwdresolver", "fileName", "/etc/passwd"};
        String[] policy = {"scope", "user", "action", "enable", "realm", ""};
        return List.of(
                seen(turn, () -> admin.post("/system/setConfig", name, "1"), view -> view.setting(name)
                        .isPresent()),
                seen(turn, () -> admin.post("/resolver/" + name, resolver), view -> view.resolver(name)
                        .isPresent()),
                seen(turn, () -> admin.post("/realm/" + name, "resolvers", name), view -> view.realm(name)
                        .isPresent()),
                seen(turn, () -> admin.post("/policy/" + name, policy), view -> hasPolicy(view, name)),
                seen(turn, () -> admin.delete("/policy/" + name), view -> !hasPolicy(view, name)),
                seen(turn, () -> admin.delete("/realm/" + name), view -> view.realm(name)
                        .isEmpty()));
    }

    private static boolean hasPolicy(ConfigurationView view, String name) {
        return view.policies().all().stream().anyMatch(policy -> policy.name().equals(name));
    }

    /** The median. */
    private static Duration print(String since, Stream<Duration> durations) {
        List<Duration> sorted = durations.sorted().toList();
        Duration median = sorted.get(sorted.size() / 2);
        System.out.printf(
                "Known on the other node %.1f ms after the %s (median of %d changes), %.1f ms at most%n",
                millis(median), since, sorted.size(), millis(sorted.get(sorted.size() - 1)));
        return median;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static Seen seen(int turn, Supplier<Answer> request, Predicate<ConfigurationView> change) {
        InProcessServer here = turn % 2 == 0 ? first : second;
        InProcessServer there = turn % 2 == 0 ? second : first;
        long sent = System.nanoTime();
        Answer answer = request.get();
        long answered = System.nanoTime();
        assertThat(change.test(known(here)))
                .as("known before the answer where it was made: " + answer.body())
                .isTrue();
        while (!change.test(known(there))) {
            assertThat(System.nanoTime() - answered).as("time is up").isLessThan(PATIENCE.toNanos());
            LockSupport.parkNanos(100_000);
        }
        long known = System.nanoTime();
        return new Seen(Duration.ofNanos(known - sent), Duration.ofNanos(known - answered));
    }

    @Test
    void noStatementAsksForTheConfiguration() {
        Device device = Device.random(new SplittableRandom());
        ApiClient admin = second.admin();
        assertThat(admin.enrolHotp("MEMORY", device.seed(), "pin", "user", "user1", "realm", "realm1")
                        .status())
                .isEqualTo(200);
        check(admin, device, 0);
        STATEMENTS.forget();

        for (int counter = 1; counter <= 20; counter++) {
            check(admin, device, counter);
        }
        List<String> ofChecks = configurationAskedFor();
        assertThat(STATEMENTS.all()).anyMatch(sql -> sql.contains("domain_event"));
        assertThat(ofChecks).isEmpty();

        STATEMENTS.forget();
        for (String path : List.of("/policy/", "/realm/", "/defaultrealm", "/resolver/", "/system/", "/event/")) {
            assertThat(admin.get(path).status()).isEqualTo(200);
        }
        assertThat(configurationAskedFor()).isEmpty();

        admin.post("/system/setConfig", "memory", "1");
        assertThat(configurationAskedFor()).as("statements are noted").isNotEmpty();
    }

    /** Which tokens somebody has in a realm is asked of the tokens' tables, with the realm's name beside. */
    private static List<String> configurationAskedFor() {
        List<String> ofTokens = STATEMENTS.on(List.of("token"));
        return STATEMENTS.on(TABLES).stream()
                .filter(sql -> !ofTokens.contains(sql))
                .toList();
    }

    private static void check(ApiClient client, Device device, long counter) {
        Answer answer =
                client.post("/validate/check", "user", "user1", "realm", "realm1", "pass", "pin" + device.otp(counter));
        assertThat(answer.isAccepted()).as(answer.body()).isTrue();
    }
}
