package org.symbolon.endtoend.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Databases;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.ReadModels;
import org.symbolon.endtoend.harness.ServerProcess;
import org.symbolon.endtoend.harness.SmallDisk;
import org.symbolon.endtoend.harness.Store;
import org.symbolon.projections.audit.AuditChain;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.store.database.EmbeddedDatabase;
import org.symbolon.store.readmodel.ReadModelGroup;
import org.symbolon.store.readmodel.Rebuild;

/**
 * Lets faults befall servers and their database at random moments under load, one after the other, and holds what is stored against
 * what the clients were told: nothing lost, nothing accepted twice, and somebody is let in again soon. A hundred of them are run
 * with {@code -Dsymbolon.test.faults=50}, which prints how long it took until somebody was let in again.
 */
class FaultsTest {

    private static final int FAULTS = Integer.getInteger("symbolon.test.faults", 3);
    private static final int USERS = 12;
    private static final int MOST_ANSWERS = 300;
    private static final int MOST_MILLIS = 4000;
    private static final int REPLAYS = 12;
    private static final int UNAVAILABLE = 503;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(20);

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom();
    private final Promises promises = new Promises();
    private final Map<Fault, List<Duration>> recoveries = new EnumMap<>(Fault.class);
    private ApiClient admin;

    @Test
    void whatClientsWereToldOutlivesTheFaultsOfAServerAndItsDatabase() throws Exception {
        faultsOf("one node", Installation::ofOneNode);
    }

    @Test
    void whatClientsWereToldOutlivesTheFaultsOfTwoServersAndTheirDatabase() throws Exception {
        faultsOf("two nodes", Installation::ofTwoNodes);
    }

    private void faultsOf(String name, BiFunction<Path, SmallDisk, Installation> made) throws Exception {
        Path place = Files.createDirectory(folder.resolve("disk"));
        try (SmallDisk disk = SmallDisk.mountedAt(place).orElse(null)) {
            Path database;
            Path data;
            try (Installation victim = made.apply(place, disk)) {
                prepare(victim);
                LoadOfClients load = load(victim);
                for (Fault fault : chosen(victim)) {
                    befalls(fault, victim, load);
                }
                database = victim.databaseData();
                data = victim.data(0);
                for (int node = 0; node < victim.nodes(); node++) {
                    assertThat(ServerProcess.logIn(victim.data(node))).doesNotContain("OutOfMemoryError");
                }
            }
            print(name);
            rebuildOfWhatIsLeftChangesNothing(data, database);
        }
    }

    private void prepare(Installation victim) {
        admin = ApiClient.loggedIn(victim.ports().get(0), Installation.ADMIN, Installation.PASSWORD);
        Path passwd = PasswdFile.write(folder, USERS);
        admin.post("/resolver/users", "type", "passwdresolver", "fileName", passwd.toString());
        admin.post("/realm/realm1", "resolvers", "users");
        // Wrong values are part of the load and must not lock a token.
        assertThat(admin.post("/system/setDefault", "DefaultMaxFailCount", "1000000")
                        .status())
                .isEqualTo(200);
    }

    private LoadOfClients load(Installation victim) {
        LoadOfClients load = new LoadOfClients(victim, promises, admin, USERS);
        for (int user = 0; user < USERS; user++) {
            load.enrol(random.split());
        }
        return load;
    }

    /** Each kind in its turn, in an order that nobody knows. */
    private List<Fault> chosen(Installation victim) {
        List<Fault> kinds = new ArrayList<>(Fault.thatCanBefall(victim));
        List<Fault> chosen = new ArrayList<>();
        while (chosen.size() < FAULTS) {
            Collections.shuffle(kinds, new Random(random.nextLong()));
            chosen.addAll(kinds.subList(0, Math.min(kinds.size(), FAULTS - chosen.size())));
        }
        return chosen;
    }

    private void befalls(Fault fault, Installation victim, LoadOfClients load) throws InterruptedException {
        int node = random.nextInt(victim.nodes());
        load.begin(random.split());
        load.awaitAnswers(random.nextInt(1, MOST_ANSWERS));
        fault.befall(victim, node);
        if (fault.lasts()) {
            Thread.sleep(random.nextInt(MOST_MILLIS));
        }
        load.watch();
        fault.mend(victim, node);
        recoveries.computeIfAbsent(fault, kind -> new ArrayList<>()).add(load.untilAccepted());
        load.end();
        compare(fault, victim);
    }

    private void compare(Fault fault, Installation victim) {
        Set<Store.Use> accepted = promises.accepted();
        Store store = Store.of(victim.access());
        awaitRecovery(store);
        List<Store.Use> uses = store.uses();
        assertThat(store.aggregatesWithGaps()).as("after %s", fault).isEmpty();
        assertThat(promises.broken())
                .as(() -> "after " + fault + historyOf(promises.suspects(), store))
                .isEmpty();
        assertThat(uses).as("after %s", fault).doesNotHaveDuplicates().containsAll(accepted);
        assertThat(promises.asked()).as("nothing is used up that nobody sent").containsAll(uses);
        assertThat(store.serials()).containsAll(promises.serials());
        for (int port : victim.ports()) {
            ApiClient client = admin.at(port);
            accepted.stream().limit(REPLAYS).forEach(use -> {
                Answer answer = answered(client, use);
                assertThat(answer.isRejected())
                        .as(() -> "after %s %s is used up: %s %s%s"
                                .formatted(
                                        fault,
                                        use,
                                        answer.status(),
                                        answer.body(),
                                        historyOf(Set.of(use.serial()), store)))
                        .isTrue();
            });
        }
    }

    private static String historyOf(Set<String> serials, Store store) {
        return serials.stream().map(store::historyOf).collect(Collectors.joining("\n", "\n", ""));
    }

    /** Somebody may have been let in while the database had yet to notice what befell it. */
    private static void awaitRecovery(Store store) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!store.answers()) {
            assertThat(System.nanoTime()).as("the database is back").isLessThan(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** A node may still be in trouble when another one is not. */
    private Answer answered(ApiClient client, Store.Use use) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = replayed(client, use);
        while (answer.status() == UNAVAILABLE && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = replayed(client, use);
        }
        return answer;
    }

    private Answer replayed(ApiClient client, Store.Use use) {
        return client.check("serial", use.serial(), promises.token(use.serial()).pass(use.counter()));
    }

    private void print(String name) {
        System.out.printf("%d faults of %s; until somebody was let in again, in ms:%n", FAULTS, name);
        recoveries.forEach((fault, times) -> {
            List<Long> sorted = times.stream().map(Duration::toMillis).sorted().toList();
            System.out.printf(
                    "%-28s %3d times, median %6d, longest %6d%n",
                    fault, sorted.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
        });
        System.out.printf(
                "%d log-ins acknowledged, %d tokens%n",
                promises.accepted().size(), promises.serials().size());
    }

    private static void rebuildOfWhatIsLeftChangesNothing(Path data, Path place) {
        try (EmbeddedDatabase database = Databases.start(place);
                InProcessServer last = InProcessServer.start(data, database.access())) {
            assertThat(last.bean(TrailingModels.class).await()).isTrue();
            ReadModels before = ReadModels.of(last.jdbc());
            assertThat(last.jdbc()
                            .sql("select count(*) from mfa_audit where action = 'POST /validate/check' and success = 1")
                            .query(Long.class)
                            .single())
                    .as("each value that was used up has its row of the audit")
                    .isEqualTo(Store.of(database.access()).uses().size());

            last.bean(Rebuild.class).run(EnumSet.allOf(ReadModelGroup.class), (position, end) -> {});

            assertThat(ReadModels.of(last.jdbc())).isEqualTo(before);
            assertThat(last.bean(AuditChain.class).verify().findings()).isEmpty();
        }
    }
}
