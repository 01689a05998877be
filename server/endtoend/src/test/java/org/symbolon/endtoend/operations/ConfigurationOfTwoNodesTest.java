package org.symbolon.endtoend.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.ServerProcess;

/** What is configured on one node holds on the other. */
class ConfigurationOfTwoNodesTest extends TwoNodes {

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
                "/event",
                "name",
                "n",
                "event",
                "validate_offlinerefill",
                "handlermodule",
                "Counter",
                "action",
                "reset_counter");

        until(() -> !there.get("/event/" + defined.value()).value().equals(List.of()));
    }
}
