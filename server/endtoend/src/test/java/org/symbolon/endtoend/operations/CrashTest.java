package org.symbolon.endtoend.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Databases;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.ReadModels;
import org.symbolon.endtoend.harness.ServerProcess;
import org.symbolon.endtoend.harness.Store;
import org.symbolon.projections.audit.AuditChain;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.store.database.EmbeddedDatabase;
import org.symbolon.store.readmodel.ReadModelGroup;
import org.symbolon.store.readmodel.Rebuild;

/**
 * Ends the server and its database with SIGKILL at random moments under load, again and again on one data directory, and
 * holds what is stored against what the clients were told.
 */
class CrashTest {

    private static final int ROUNDS = Integer.getInteger("symbolon.test.crashes", 4);
    private static final int CLIENTS = 4;
    private static final int SHARED_TOKENS = 12;
    private static final int MOST_ANSWERS = 300;
    private static final int REPLAYS = 12;

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom();
    private final Promises promises = new Promises();
    private final AtomicInteger serials = new AtomicInteger();
    private Path data;
    private ServerProcess server;
    private ApiClient admin;

    @Test
    void whatClientsWereToldOutlivesEveryCrash() throws InterruptedException {
        data = folder.resolve("data");
        server = ServerProcess.start(data);
        try {
            prepare();
            for (int round = 0; round < ROUNDS; round++) {
                boolean databaseFirst = random.nextBoolean();
                underLoad(() -> server.killAll(databaseFirst));
                restartAndCompare();
            }
            underLoad(server::kill);
            restartAndCompare();
            underLoad(server::killDatabase);
            compare(promises.accepted());
        } finally {
            server.close();
        }
        assertThat(ServerProcess.logIn(data)).doesNotContain("OutOfMemoryError");
        rebuildOfWhatIsLeftChangesNothing();
    }

    private void prepare() {
        ServerProcess.addAdmin(data, "admin", "secret");
        admin = ApiClient.loggedIn(server.port(), "admin", "secret");
        Path passwd = PasswdFile.write(folder, SHARED_TOKENS);
        admin.post("/resolver/users", "type", "passwdresolver", "fileName", passwd.toString());
        admin.post("/realm/realm1", "resolvers", "users");
        // Wrong values are part of the load and must not lock a token.
        assertThat(admin.post("/system/setDefault", "DefaultMaxFailCount", "1000000")
                        .status())
                .isEqualTo(200);
        for (int user = 0; user < SHARED_TOKENS; user++) {
            enrol(admin, random.split());
        }
    }

    /** Lets the clients work, kills in the midst of it, and waits until the last of them has noticed. */
    private void underLoad(Runnable kill) throws InterruptedException {
        CountDownLatch answers = new CountDownLatch(random.nextInt(1, MOST_ANSWERS));
        List<Thread> clients = new ArrayList<>();
        AtomicInteger left = new AtomicInteger(MOST_ANSWERS * 2);
        for (int number = 0; number < CLIENTS; number++) {
            ApiClient client = admin.at(server.port());
            SplittableRandom own = random.split();
            clients.add(new Thread(() -> work(client, own, answers, left), "client" + number));
        }
        clients.forEach(Thread::start);
        assertThat(answers.await(60, TimeUnit.SECONDS)).as("the load ran").isTrue();
        kill.run();
        for (Thread client : clients) {
            client.join(TimeUnit.SECONDS.toMillis(60));
            assertThat(client.isAlive()).as("a client still waits").isFalse();
        }
    }

    private void work(ApiClient client, SplittableRandom own, CountDownLatch answers, AtomicInteger left) {
        try {
            while (left.decrementAndGet() > 0) {
                if (own.nextInt(20) == 0) {
                    enrol(client, own);
                } else {
                    check(client, own);
                }
                answers.countDown();
            }
        } catch (UncheckedIOException dead) {
            answers.countDown();
        }
    }

    private void enrol(ApiClient client, SplittableRandom own) {
        String serial = "CRASH" + serials.incrementAndGet();
        Promises.Held token = new Promises.Held(serial, "pin", Device.random(own), new AtomicLong());
        String user = "user" + own.nextInt(SHARED_TOKENS);
        Answer answer = client.enrolHotp(serial, token.device().seed(), token.pin(), "user", user, "realm", "realm1");
        if (answer.status() == 200) {
            promises.enrolled(token);
        }
    }

    /** Mostly a fresh value, at times one that was sent before. A server in trouble is asked again. */
    private void check(ApiClient client, SplittableRandom own) {
        Promises.Held token = promises.any(own, SHARED_TOKENS);
        boolean again = own.nextInt(8) == 0 && token.next().get() > 0;
        long counter = again ? own.nextLong(token.next().get()) : token.next().getAndIncrement();
        Store.Use use = new Store.Use(token.serial(), counter);
        promises.asked(use);
        Answer answer = client.check("serial", token.serial(), token.pass(counter));
        while (answer.status() >= 500) {
            answer = client.check("serial", token.serial(), token.pass(counter));
        }
        promises.answered(use, answer);
    }

    private void restartAndCompare() {
        Set<Store.Use> accepted = promises.accepted();
        server = ServerProcess.start(data);
        compare(accepted);
    }

    private void compare(Set<Store.Use> accepted) {
        Store store = Store.of(Databases.runningOn(data));
        List<Store.Use> uses = store.uses();
        assertThat(promises.broken()).isEmpty();
        assertThat(uses).doesNotHaveDuplicates().containsAll(accepted);
        assertThat(promises.asked()).as("nothing is used up that nobody sent").containsAll(uses);
        assertThat(store.serials()).containsAll(promises.serials());
        ApiClient client = admin.at(server.port());
        accepted.stream().limit(REPLAYS).forEach(use -> {
            Answer answer = client.check(
                    "serial", use.serial(), promises.token(use.serial()).pass(use.counter()));
            assertThat(answer.isRejected()).as("%s is used up", use).isTrue();
        });
    }

    private void rebuildOfWhatIsLeftChangesNothing() {
        try (EmbeddedDatabase database = Databases.start(data);
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
