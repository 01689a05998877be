package org.symbolon.endtoend.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.CommandLineBesideServers;
import org.symbolon.endtoend.harness.CommandLineOnServer;
import org.symbolon.endtoend.harness.CommandLineOnServer.Outcome;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.Patience;
import org.symbolon.endtoend.harness.TwoServers;

/** What is configured on one node holds on the other. */
@ExtendWith(TwoServers.class)
class ConfigurationOfTwoNodesTest {

    private static TwoServers.Pair nodes;
    private static ApiClient here;
    private static ApiClient there;

    private final SplittableRandom random = new SplittableRandom();

    @BeforeAll
    static void prepare(TwoServers.Pair pair) {
        nodes = pair;
        here = pair.admins().get(0);
        there = pair.admins().get(1);
    }

    private static void until(BooleanSupplier condition) {
        Patience.until("the other node knows", condition);
    }

    private Device enrol(String serial) {
        Device device = Device.random(random);
        assertThat(here.enrolHotp(serial, device.seed(), "pin").status()).isEqualTo(200);
        return device;
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
        nodes.tenant("later", 3);

        until(() -> there.get("/realm/").valueMap().containsKey("later"));

        assertThat(there.get("/resolver/").valueMap()).containsKey("later");
        assertThat(there.enrolHotp("LATER", device.seed(), "pin", "user", "user1", "realm", "later")
                        .status())
                .isEqualTo(200);
        assertThat(here.post("/validate/check", "user", "user1@later", "pass", "pin" + device.otp(0))
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
        List<?> same = ((List<?>) there.get("/periodictask/").value())
                .stream()
                        .filter(task -> ((Map<?, ?>) task).get("name").equals("same"))
                        .toList();
        assertThat(same).hasSize(1);
        here.delete("/periodictask/" + ((Map<?, ?>) same.get(0)).get("id"));
    }

    @Test
    void aPeriodicTaskRunsOnTheNodesThatItNamesAndOnNoOther() {
        int both = defineTask("both", "* * * * * *", "first,second");
        int one = defineTask("one", "* * * * * *", "second");

        until(() -> lastRuns(both).containsAll(Set.of("first", "second")));
        until(() -> lastRuns(one).contains("second"));

        assertThat(lastRuns(one)).containsExactly("second");
        there.post("/periodictask/disable/" + one);
        assertThat(new CommandLineOnServer(nodes.first()).run("cron", "list").out())
                .containsPattern("no +" + one + " +one +")
                .containsPattern("yes +" + both + " +both +");
        Outcome byHand = CommandLineBesideServers.run(
                nodes.folder(), nodes.database(), "cron", "run-manually", "--task", "one", "--node", "third");
        assertThat(byHand.out()).as(byHand.err()).isEqualTo("one has run.%n".formatted());
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
        here.delete("/event/" + defined.value());
    }
}
