package org.symbolon.endtoend.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.ReadModels;
import org.symbolon.projections.audit.AuditChain;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.store.readmodel.ReadModelGroup;
import org.symbolon.store.readmodel.Rebuild;

/**
 * Rebuilds read models while clients change everything that they can change, and holds the tables that came of it against
 * those of a rebuild in peace, row by row.
 */
class RebuildUnderLoadTest {

    private static final int CLIENTS = 4;
    private static final int USERS = 8;
    private static final int GROUPS_ALONE = 6;
    private static final int ANSWERS_BETWEEN_REBUILDS = 80;

    /** Between two requests of a client: as fast as they can they make more than a rebuild beside them can catch up with soon. */
    private static final Duration BREATH = Duration.ofMillis(20);

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom();
    private final AtomicBoolean working = new AtomicBoolean(true);
    private final AtomicInteger answers = new AtomicInteger();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private InProcessServer server;
    private Path passwd;

    @BeforeEach
    void start() {
        server = InProcessServer.start(folder.resolve("data"));
        passwd = PasswdFile.write(folder, USERS);
        ApiClient admin = server.admin();
        admin.post("/resolver/users", "type", "passwdresolver", "fileName", passwd.toString());
        assertThat(admin.post("/realm/realm1", "resolvers", "users").status()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void rebuildsAmidstChangesLoseNothingAndRepeatNothing() throws InterruptedException {
        List<Thread> clients = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            Work work = new Work(server.admin(), random.split(), "C" + number);
            clients.add(new Thread(work, "client" + number));
        }
        clients.forEach(Thread::start);
        try {
            rebuildAmidstChanges(EnumSet.allOf(ReadModelGroup.class));
            for (ReadModelGroup alone : rebuiltAlone()) {
                rebuildAmidstChanges(EnumSet.of(alone));
            }
            rebuildAmidstChanges(EnumSet.allOf(ReadModelGroup.class));
        } finally {
            working.set(false);
            for (Thread client : clients) {
                client.join();
            }
        }
        assertThat(faults).isEmpty();
        rebuildInPeaceChangesNothing();
    }

    /** What the clients change most, and some of the others, which differ from each other by nothing but their tables. */
    private Set<ReadModelGroup> rebuiltAlone() {
        Set<ReadModelGroup> chosen = EnumSet.of(ReadModelGroup.TOKENS, ReadModelGroup.CLIENTS, ReadModelGroup.AUDIT);
        ReadModelGroup[] all = ReadModelGroup.values();
        while (chosen.size() < GROUPS_ALONE) {
            chosen.add(all[random.nextInt(all.length)]);
        }
        return chosen;
    }

    private void rebuildAmidstChanges(EnumSet<ReadModelGroup> groups) throws InterruptedException {
        int enough = answers.get() + ANSWERS_BETWEEN_REBUILDS;
        while (answers.get() < enough) {
            Thread.sleep(5);
        }
        server.bean(Rebuild.class).run(groups, (position, end) -> {});
    }

    private void rebuildInPeaceChangesNothing() {
        assertThat(server.bean(TrailingModels.class).await()).isTrue();
        ReadModels before = ReadModels.of(server.jdbc());
        assertThat(before.rowsByTable().get("token")).hasSizeGreaterThan(CLIENTS);

        server.bean(Rebuild.class).run(EnumSet.allOf(ReadModelGroup.class), (position, end) -> {});

        assertThat(ReadModels.of(server.jdbc())).isEqualTo(before);
        assertThat(server.bean(AuditChain.class).verify().findings()).isEmpty();
    }

    /** What one client does all the time: mostly checks, at times a change of every kind. */
    private final class Work implements Runnable {

        private final ApiClient client;
        private final SplittableRandom random;
        private final String name;
        private final List<Held> tokens = new ArrayList<>();
        private int made;

        private record Held(String serial, Device device, AtomicLong next) {}

        private Work(ApiClient client, SplittableRandom random, String name) {
            this.client = client;
            this.random = random;
            this.name = name;
        }

        @Override
        public void run() {
            enrol();
            while (working.get()) {
                Answer answer = random.nextInt(3) == 0 ? change() : check();
                if (answer.status() != 200) {
                    faults.add(answer.body());
                }
                answers.incrementAndGet();
                LockSupport.parkNanos(BREATH.toNanos());
            }
        }

        private Answer check() {
            Held token = tokens.get(random.nextInt(tokens.size()));
            String otp = token.device().otp(token.next().getAndIncrement());
            return client.check("serial", token.serial(), (random.nextInt(9) == 0 ? "wrong" : "pin") + otp);
        }

        private Answer change() {
            String serial = tokens.get(random.nextInt(tokens.size())).serial();
            return switch (random.nextInt(11)) {
                case 0, 1, 2 -> enrol();
                case 3 -> remove();
                case 4 -> client.post("/token/description/" + serial, "description", "text " + random.nextInt(100));
                case 5 -> client.post("/token/set/" + serial, "max_failcount", "" + random.nextInt(100, 1000));
                case 6 -> client.post("/token/info/" + serial + "/key" + random.nextInt(4), "value", "some");
                case 7 -> client.post("/token/realm/" + serial, "realms", random.nextBoolean() ? "realm1" : "");
                case 8 -> client.post("/system/setConfig", name + random.nextInt(9), "" + random.nextInt(100));
                case 9 -> client.post("/resolver/" + name, "type", "passwdresolver", "fileName", passwd.toString());
                case 10 -> client.post("/realm/realm" + name, "resolvers", "users");
                default -> throw new IllegalStateException();
            };
        }

        private Answer enrol() {
            Held token = new Held(name + "T" + made++, Device.random(random), new AtomicLong());
            String user = "user" + random.nextInt(USERS);
            Answer answer =
                    client.enrolHotp(token.serial(), token.device().seed(), "pin", "user", user, "realm", "realm1");
            tokens.add(token);
            return answer;
        }

        private Answer remove() {
            if (tokens.size() == 1) {
                return enrol();
            }
            return client.delete(
                    "/token/" + tokens.remove(random.nextInt(tokens.size())).serial());
        }
    }
}
