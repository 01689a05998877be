package org.symbolon.endtoend.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.cli.admin.Administrators;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.CapturedOutput;
import org.symbolon.endtoend.harness.Databases;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PostgresProcesses;
import org.symbolon.store.database.EmbeddedDatabase;

/** A database that stops answering (SIGSTOP), and one that is killed, while requests come. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DatabaseOutageTest {

    private static final int CLIENTS = 120;

    /** Two seconds are promised; a busy machine gets more. */
    private static final Duration SOON = Duration.ofSeconds(6);

    /** That long a busy machine may need to start PostgreSQL again. */
    private static final Duration RESTART = Duration.ofSeconds(30);

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    /** As people run it: those that hang must not be waited for. */
    private static final String ALL_CONNECTIONS = "--spring.datasource.hikari.minimum-idle=20";

    private final Device device = Device.random(new SplittableRandom());
    private Path folder;
    private CapturedOutput output;
    private EmbeddedDatabase database;
    private InProcessServer server;
    private ApiClient client;
    private long counter;

    @BeforeAll
    void start(@TempDir Path place) {
        folder = place;
        output = new CapturedOutput();
        database = Databases.start(folder.resolve("database"));
        server = InProcessServer.start(folder.resolve("data"), database.access(), ALL_CONNECTIONS);
        server.bean(Administrators.class).add(InProcessServer.ADMIN, InProcessServer.ADMIN_PASSWORD, "");
        client = server.admin();
        assertThat(client.enrolHotp("OUT1", device.seed(), "pin").status()).isEqualTo(200);
        assertThat(check().isAccepted()).isTrue();
    }

    @AfterAll
    void stop() {
        postgres().signal("CONT");
        server.close();
        database.close();
        output.close();
    }

    /** With the next value, unless the last one was not looked at. */
    private Answer check() {
        Answer answer = client.check("serial", "OUT1", "pin" + device.otp(counter));
        counter += answer.status() == 200 ? 1 : 0;
        return answer;
    }

    private PostgresProcesses postgres() {
        return new PostgresProcesses(folder.resolve("database"));
    }

    private static Duration timed(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void everybodyIsToldSoon() {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        Duration waited = timed(() -> {
            for (int number = 0; number < CLIENTS; number++) {
                answers.add(client.checkSoon("OUT1", "pinwrong1", () -> {}));
            }
            answers.forEach(CompletableFuture::join);
        });
        assertThat(answers).extracting(answer -> answer.join().status()).allMatch(status -> status == 503);
        assertThat(waited).isLessThan(SOON);
        assertThat(timed(() -> {
                    Answer answer = check();
                    assertThat(answer.status()).isEqualTo(503);
                    assertThat(answer.errorCode()).isEqualTo(-600);
                }))
                .as("once the outage is known")
                .isLessThan(AT_ONCE);
        assertThat(timed(() -> assertThat(client.get("/").status()).isEqualTo(200)))
                .as("a page that needs no database")
                .isLessThan(AT_ONCE);
        assertThat(timed(this::probesTellIt)).as("probes and metrics").isLessThan(AT_ONCE);
    }

    private void probesTellIt() {
        assertThat(client.get("/health/ready").status()).isEqualTo(503);
        assertThat(client.get("/health/live").status()).isEqualTo(200);
        assertThat(client.get("/metrics").body())
                .contains("symbolon_database_away 1.0", "symbolon_database_outages_total 1.0");
    }

    private void aLogInHasSuccessWithin(Duration limit) throws InterruptedException {
        long began = System.nanoTime();
        Answer answer = check();
        while (!answer.isAccepted()) {
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(limit);
            Thread.sleep(50);
            answer = check();
        }
    }

    private long linesWith(String text) {
        return output.text().lines().filter(line -> line.contains(text)).count();
    }

    @Test
    @Order(1)
    void aDatabaseThatHangsIsNotWaitedFor() throws InterruptedException {
        postgres().signal("STOP");
        everybodyIsToldSoon();
        postgres().signal("CONT");
        aLogInHasSuccessWithin(SOON);

        assertThat(client.get("/health/ready").status()).isEqualTo(200);
        assertThat(linesWith("The database is away")).as(output.text()).isEqualTo(1);
        assertThat(linesWith("The database is back")).isEqualTo(1);
        assertThat(output.text()).as("no place of a failure is in the log").doesNotContain("\tat ");
    }

    @Test
    @Order(2)
    void aDatabaseThatIsKilledIsNotWaitedForAndComesBack() throws InterruptedException {
        for (int round = 0; round < 2; round++) {
            postgres().kill();
            assertThat(timed(() -> client.check("serial", "OUT1", "pinwrong1"))).isLessThan(SOON);
            aLogInHasSuccessWithin(RESTART);
        }
    }
}
