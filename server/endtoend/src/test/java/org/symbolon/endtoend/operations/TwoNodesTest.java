package org.symbolon.endtoend.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Databases;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.ServerProcess;
import org.symbolon.endtoend.harness.Store;
import org.symbolon.server.database.EmbeddedDatabase;

/** Two servers on one PostgreSQL: they must be one to whoever asks, also when one of them dies. */
class TwoNodesTest {

    private static final int CHECKS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private static Path folder;

    private static EmbeddedDatabase database;
    private static Store store;
    private static ServerProcess first;
    private static ServerProcess second;

    private final SplittableRandom random = new SplittableRandom();
    private ApiClient here;
    private ApiClient there;

    @BeforeAll
    static void startBoth() throws IOException {
        database = Databases.start(folder.resolve("database"));
        store = Store.of(database.access());
        first = node("first");
        Path secondData = Files.createDirectory(folder.resolve("second"));
        Files.copy(
                folder.resolve("first/master.key"),
                secondData.resolve("master.key"),
                StandardCopyOption.COPY_ATTRIBUTES);
        ServerProcess.addAdmin(folder.resolve("first"), "admin", "secret", database.access());
        second = node("second");
        ApiClient admin = ApiClient.loggedIn(first.port(), "admin", "secret");
        Path passwd = PasswdFile.write(folder, 3);
        admin.post("/resolver/users", "type", "passwdresolver", "fileName", passwd.toString());
        assertThat(admin.post("/realm/realm1", "resolvers", "users").status()).isEqualTo(200);
    }

    @AfterAll
    static void stopAll() {
        Stream.of(first, second).filter(Objects::nonNull).forEach(ServerProcess::close);
        database.close();
    }

    @BeforeEach
    void bothAreUp() {
        if (!first.isAlive()) {
            first = node("first");
        }
        if (!second.isAlive()) {
            second = node("second");
        }
        here = ApiClient.loggedIn(first.port(), "admin", "secret");
        there = ApiClient.loggedIn(second.port(), "admin", "secret");
    }

    private static ServerProcess node(String name) {
        return ServerProcess.start(folder.resolve(name), name, database.access());
    }

    @Test
    void anOtpThatManySendAtOnceIsAcceptedOnce() {
        Device device = enrol("SAME1");

        List<Answer> answers = checkOnBoth("SAME1", "pin" + device.otp(0), CHECKS, () -> {}).stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).hasSize(CHECKS).filteredOn(Answer::isAccepted).hasSize(1);
        assertThat(answers).filteredOn(Answer::isRejected).hasSize(CHECKS - 1);
        assertThat(store.nodesThatAccepted("SAME1", 0)).hasSize(1);
    }

    @Test
    void anOtpIsAcceptedOnceAlthoughANodeDiesMeanwhile() throws InterruptedException {
        Device device = enrol("SAME2");
        String pass = "pin" + device.otp(0);
        CountDownLatch answered = new CountDownLatch(random.nextInt(1, CHECKS / 2));

        List<CompletableFuture<Answer>> checks = checkOnBoth("SAME2", pass, CHECKS, answered::countDown);
        assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
        second.kill();

        List<Answer> answers = completed(checks);
        assertThat(answers).filteredOn(Answer::isAccepted).hasSizeLessThanOrEqualTo(1);
        List<String> nodes = store.nodesThatAccepted("SAME2", 0);
        assertThat(nodes).hasSize(1);
        if (answers.stream().noneMatch(Answer::isAccepted)) {
            assertThat(nodes).as("an acceptance that nobody was told of").containsExactly("second");
        }
        assertThat(here.check("serial", "SAME2", pass).isRejected()).isTrue();
        bothAreUp();
        assertThat(there.check("serial", "SAME2", pass).isRejected()).isTrue();
        assertThat(store.nodesThatAccepted("SAME2", 0)).hasSize(1);
    }

    @Test
    void eachOtpOfAStreamIsAcceptedAtMostOnceAlthoughANodeDiesMeanwhile() throws InterruptedException {
        Device device = enrol("STREAM");
        int values = 40;
        CountDownLatch answered = new CountDownLatch(random.nextInt(1, values * 4));

        List<CompletableFuture<List<Answer>>> checks = new ArrayList<>();
        for (int counter = 0; counter < values; counter++) {
            List<CompletableFuture<Answer>> same =
                    checkOnBoth("STREAM", "pin" + device.otp(counter), 4, answered::countDown);
            checks.add(CompletableFuture.allOf(same.toArray(CompletableFuture[]::new))
                    .handle((nothing, failure) -> completed(same)));
        }
        assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
        second.kill();

        for (CompletableFuture<List<Answer>> check : checks) {
            assertThat(check.join()).filteredOn(Answer::isAccepted).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(store.uses()).doesNotHaveDuplicates();
    }

    @Test
    void whatIsCreatedOnOneNodeIsListedAtOnceOnTheOther() {
        Device device = enrol("SEEN1");
        assertThat(listed(there, "SEEN1"))
                .singleElement()
                .satisfies(token -> assertThat(token).containsEntry("count", 0).containsEntry("failcount", 0));

        assertThat(here.check("serial", "SEEN1", "pin" + device.otp(0)).isAccepted())
                .isTrue();
        assertThat(listed(there, "SEEN1").get(0)).containsEntry("count", 1);

        assertThat(there.check("serial", "SEEN1", "pinwrong1").isRejected()).isTrue();
        assertThat(listed(here, "SEEN1").get(0)).containsEntry("failcount", 1);
        assertThat(auditActions(here, "SEEN1"))
                .containsExactly(
                        "GET /token/",
                        "POST /validate/check",
                        "GET /token/",
                        "POST /validate/check",
                        "GET /token/",
                        "POST /token/init");

        assertThat(there.delete("/token/SEEN1").value()).isEqualTo(1);
        assertThat(listed(here, "SEEN1")).isEmpty();
        assertThat(here.check("serial", "SEEN1", "pin" + device.otp(1)).status())
                .isEqualTo(404);
    }

    @Test
    void aNodeThatRemembersTheTokensOfAUserMissesNoChangeThatTheOtherMakes() {
        Device old = Device.random(random);
        Device added = Device.random(random);
        enrolFor("user2", "OLD", old);
        assertThat(logIn(there, "user2", old.otp(0)).isAccepted()).isTrue();
        assertThat(logIn(there, "user2", old.otp(1)).isAccepted()).isTrue();

        enrolFor("user2", "ADDED", added);
        assertThat(logIn(there, "user2", added.otp(0)).isAccepted()).isTrue();

        here.post("/token/unassign", "serial", "OLD");
        assertThat(logIn(there, "user2", old.otp(2)).isRejected()).isTrue();

        here.post("/token/setpin", "serial", "ADDED", "otppin", "other");
        assertThat(logIn(there, "user2", added.otp(1)).isRejected()).isTrue();
        assertThat(there.post("/validate/check", "user", "user2@realm1", "pass", "other" + added.otp(2))
                        .isAccepted())
                .isTrue();

        here.post("/token/disable", "serial", "ADDED");
        assertThat(there.post("/validate/check", "user", "user2@realm1", "pass", "other" + added.otp(3))
                        .isAccepted())
                .isFalse();
    }

    @Test
    void aTokenThatUsersOfBothNodesClaimAtOnceIsGivenToOne() {
        String[] policy = {"scope", "enrollment", "action", "autoassignment=any_pin", "realm", "realm1"};
        assertThat(here.post("/policy/claims", policy).status()).isEqualTo(200);
        until(() -> there.get("/policy/claims").list().size() == 1);
        for (int round = 0; round < 5; round++) {
            Device device = Device.random(random);
            String serial = "CLAIMED" + round;
            here.enrolHotp(serial, device.seed(), "", "realm", "realm1");
            List<Answer> answers = Stream.of(here, there)
                    .map(node -> CompletableFuture.supplyAsync(
                            () -> logIn(node, node == here ? "user0" : "user1", device.otp(0))))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers)
                    .as(answers.toString())
                    .filteredOn(answer -> Boolean.TRUE.equals(answer.value()))
                    .hasSize(1);
            String winner = Boolean.TRUE.equals(answers.get(0).value()) ? "user0" : "user1";
            assertThat(listed(here, serial).get(0)).containsEntry("username", winner);
            here.delete("/token/" + serial);
        }
        here.delete("/policy/claims");
    }

    private void enrolFor(String user, String serial, Device device) {
        Answer enrolled = here.enrolHotp(serial, device.seed(), "pin", "user", user, "realm", "realm1");
        assertThat(enrolled.status()).isEqualTo(200);
    }

    private static Answer logIn(ApiClient node, String user, String otp) {
        return node.post("/validate/check", "user", user + "@realm1", "pass", "pin" + otp);
    }

    @Test
    void whatWasDeletedOnOneNodeAndMadeAnewOnTheOtherIsThereOnBoth() {
        here.post("/serviceid/again");
        here.delete("/serviceid/again");
        assertThat(there.post("/serviceid/again").status()).isEqualTo(200);
        assertThat(here.delete("/serviceid/again").status()).isEqualTo(200);

        enrol("AGAIN");
        assertThat(here.delete("/token/AGAIN").status()).isEqualTo(200);
        Device anew = Device.random(random);
        assertThat(there.enrolHotp("AGAIN", anew.seed(), "pin").status()).isEqualTo(200);
        assertThat(here.check("serial", "AGAIN", "pin" + anew.otp(0)).isAccepted())
                .isTrue();
        assertThat(here.post("/token/disable", "serial", "AGAIN").value()).isEqualTo(1);
    }

    @Test
    void settingsOfOneNodeComeIntoForceOnTheOtherInTheirOrder() {
        List<Object> seen = new ArrayList<>();
        for (int version = 1; version <= 20; version++) {
            here.post("/system/setConfig", "test.version", String.valueOf(version));
            seen.add(there.get("/system/test.version").value());
        }
        until(() -> {
            Object value = there.get("/system/test.version").value();
            seen.add(value);
            return "20".equals(value);
        });

        assertThat(seen.stream().map(value -> value == null ? 0 : Integer.parseInt((String) value)))
                .as("no change is seen before one that was made earlier")
                .isSorted();
    }

    @Test
    void aSettingChangesWhatTheOtherNodeDecides() {
        Device device = enrol("ORDER");
        here.post("/system/setConfig", "PrependPin", "False");
        try {
            until(() -> there.check("serial", "ORDER", device.otp(0) + "pin").isAccepted());
            assertThat(there.check("serial", "ORDER", "pin" + device.otp(1)).isRejected())
                    .isTrue();
        } finally {
            here.delete("/system/PrependPin");
        }
        until(() -> there.check("serial", "ORDER", "pin" + device.otp(1)).isAccepted());
    }

    @Test
    void realmsAndResolversOfOneNodeAreKnownOnTheOther() {
        Device device = Device.random(random);
        Path passwd = PasswdFile.write(folder, 3);
        here.post("/resolver/later", "type", "passwdresolver", "fileName", passwd.toString());
        here.post("/realm/realm2", "resolvers", "later");

        until(() -> there.get("/realm/").valueMap().containsKey("realm2"));

        assertThat(there.get("/resolver/").valueMap()).containsKey("later");
        assertThat(there.enrolHotp("LATER", device.seed(), "pin", "user", "user1", "realm", "realm2")
                        .status())
                .isEqualTo(200);
        assertThat(here.post("/validate/check", "user", "user1@realm2", "pass", "pin" + device.otp(0))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void policiesOfOneNodeAreKnownOnTheOtherWithinAMoment() {
        here.post("/policy/seen", "scope", "user", "action", "enable", "realm", "");
        assertThat((List<?>) here.get("/policy/seen").value()).hasSize(1);
        until(() -> ((List<?>) there.get("/policy/seen").value()).size() == 1);

        there.delete("/policy/seen");
        assertThat((List<?>) there.get("/policy/seen").value()).isEmpty();
        until(() -> ((List<?>) here.get("/policy/seen").value()).isEmpty());
    }

    @Test
    void aLogInThatIsRevokedOnOneNodeCountsNoMoreOnTheOther() {
        ApiClient leaving = ApiClient.loggedIn(first.port(), "admin", "secret");
        ApiClient leavingThere = leaving.at(second.port());
        assertThat(leavingThere.get("/realm/").status()).isEqualTo(200);

        assertThat(leaving.delete("/auth").value()).isEqualTo(true);

        assertThat(leaving.get("/realm/").status()).isEqualTo(401);
        until(() -> leavingThere.get("/realm/").status() == 401);
        assertThat(there.get("/realm/").status()).isEqualTo(200);
    }

    @Test
    void aNameOfAPeriodicTaskIsGivenOnceOverBothNodes() {
        List<CompletableFuture<Answer>> attempts = new ArrayList<>();
        for (int time = 0; time < 8; time++) {
            ApiClient node = time % 2 == 0 ? here : there;
            attempts.add(CompletableFuture.supplyAsync(() -> node.post(
                    "/periodictask/",
                    "name",
                    "same",
                    "interval",
                    "@daily",
                    "nodes",
                    "first",
                    "taskmodule",
                    "SimpleStats",
                    "ordering",
                    "0")));
        }

        assertThat(attempts.stream().map(attempt -> attempt.join().status()))
                .containsOnlyOnce(200)
                .containsOnly(200, 400);
        assertThat((List<?>) there.get("/periodictask/").value())
                .filteredOn(task -> ((Map<?, ?>) task).get("name").equals("same"))
                .hasSize(1);
    }

    @Test
    void aPeriodicTaskRunsOnTheNodesThatItNamesAndOnNoOther() {
        int both = defineTask("both", "* * * * * *", "first,second");
        int one = defineTask("one", "* * * * * *", "second");

        until(() -> lastRuns(both).containsAll(Set.of("first", "second")));
        until(() -> lastRuns(one).contains("second"));

        assertThat(lastRuns(one)).containsExactly("second");
        there.post("/periodictask/disable/" + one);
        assertThat(ServerProcess.run(folder.resolve("first"), database.access(), "cron", "list"))
                .containsPattern("no +" + one + " +one +")
                .containsPattern("yes +" + both + " +both +");
        assertThat(ServerProcess.run(
                        folder.resolve("first"),
                        database.access(),
                        "cron",
                        "run-manually",
                        "--task",
                        "one",
                        "--node",
                        "third"))
                .isEqualTo("one has run.%n".formatted());
        assertThat(lastRuns(one)).containsExactlyInAnyOrder("second", "third");
        here.delete("/periodictask/" + both);
        here.delete("/periodictask/" + one);
    }

    private int defineTask(String name, String interval, String nodes) {
        Answer defined = here.post(
                "/periodictask/",
                "name",
                name,
                "interval",
                interval,
                "nodes",
                nodes,
                "taskmodule",
                "SimpleStats",
                "ordering",
                "0");
        return (Integer) defined.value();
    }

    @SuppressWarnings("unchecked") // keys of JSON objects are texts
    private Set<String> lastRuns(int task) {
        return ((Map<String, Object>)
                        there.get("/periodictask/" + task).valueMap().get("last_runs"))
                .keySet();
    }

    @Test
    void anEventHandlerOfOneNodeIsKnownToTheOther() {
        Answer defined = here.post(
                "/event", "name", "n", "event", "auth", "handlermodule", "Counter", "action", "reset_counter");

        until(() -> !there.get("/event/" + defined.value()).value().equals(List.of()));
    }

    @Test
    void whoReadsTheStreamIsReplacedWhenItDies() {
        Device device = enrol("HEIR");
        boolean firstReads = store.ownerOfTrailing().startsWith(first.pid() + "@");
        ServerProcess reader = firstReads ? first : second;
        ServerProcess heir = firstReads ? second : first;
        ApiClient survivor = firstReads ? there : here;
        assertThat(store.ownerOfTrailing()).startsWith(reader.pid() + "@");

        reader.kill();
        assertThat(survivor.check("serial", "HEIR", "pin" + device.otp(0)).isAccepted())
                .isTrue();

        assertThat(auditActions(survivor, "HEIR")).containsExactly("POST /validate/check", "POST /token/init");
        assertThat(listed(survivor, "HEIR").get(0)).containsEntry("count", 1);
        assertThat(store.ownerOfTrailing()).startsWith(heir.pid() + "@");
    }

    private Device enrol(String serial) {
        Device device = Device.random(random);
        assertThat(here.enrolHotp(serial, device.seed(), "pin").status()).isEqualTo(200);
        return device;
    }

    private List<CompletableFuture<Answer>> checkOnBoth(String serial, String pass, int times, Runnable whenOver) {
        List<CompletableFuture<Answer>> checks = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            checks.add((time % 2 == 0 ? here : there).checkSoon(serial, pass, whenOver));
        }
        return checks;
    }

    /** The answers that came; a node that died owes some. */
    private static List<Answer> completed(List<CompletableFuture<Answer>> checks) {
        return checks.stream()
                .map(check -> check.handle((answer, failure) -> answer).join())
                .filter(answer -> answer != null)
                .toList();
    }

    private static List<Map<String, Object>> listed(ApiClient client, String serial) {
        return client.get("/token/", "serial", serial).rows("tokens");
    }

    private static List<Object> auditActions(ApiClient client, String serial) {
        return client.get("/audit/", "serial", serial).rows("auditdata").stream()
                .map(row -> row.get("action"))
                .toList();
    }

    /** What must happen within a tenth of a second gets more on a busy machine. */
    private static void until(Supplier<Boolean> condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.get()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(deadline);
        }
    }
}
