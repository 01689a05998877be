package org.symbolon.endtoend.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.secrecy.Hoard.MARK;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.symbolon.endtoend.effect.Notes;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.CapturedOutput;
import org.symbolon.endtoend.harness.Hidden;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.query.history.StreamEvents;
import org.symbolon.query.sending.QueryDispatcher;

/**
 * Uses secrets that can be recognised wherever there are secrets, in requests that succeed and in requests that fail, with
 * the log at its most talkative. None of them may show up anywhere afterwards, however it is encoded; a seed only in the
 * answer of its enrolment, a log-in token only in that of the log-in.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecrecyTest {

    private CapturedOutput output;
    private InProcessServer server;
    private Hoard hoard;

    @BeforeAll
    void useEverySecret(@TempDir Path folder) throws IOException {
        output = new CapturedOutput();
        server = InProcessServer.start(
                folder.resolve("data"),
                "--logging.level.org.symbolon=trace",
                "--symbolon.brake.account-failures=0",
                Notes.inFolder(folder.resolve("notes")));
        hoard = new Hoard(server, new SplittableRandom());
        hoard.hideWhatTheServerHas(folder.resolve("data"));
        ApiClient user = new SoundUse(hoard).run(folder);
        new OutsideUse(hoard).run();
        new TelephoneUse(hoard).run();
        new FailingUse(hoard, user).run();
        causeSnapshot();
        assertThat(server.bean(TrailingModels.class).await()).isTrue();
    }

    @AfterAll
    void stop() {
        server.bean(LoggingSystem.class).setLogLevel("org.symbolon", LogLevel.INFO);
        server.close();
        output.close();
    }

    /** A token with many events gets one, beside the requests. */
    private void causeSnapshot() {
        Instant patience = Instant.now().plusSeconds(30);
        do {
            for (int time = 0; time < 20; time++) {
                hoard.anyone.post("/validate/check", "serial", "SECRET1", "pass", "wrong", "otponly", "1");
            }
        } while (snapshots() == 0 && Instant.now().isBefore(patience));
    }

    private long snapshots() {
        return server.jdbc()
                .sql("select count(*) from snapshot_event where aggregate_identifier = 'token/SECRET1'")
                .query(Long.class)
                .single();
    }

    @Test
    void noSecretIsLogged() {
        String log = output.text();

        assertThat(log).contains(" DEBUG ", "ERROR", "POST /validate/check");
        assertThat(Hidden.leaks(hoard.secrets(), "the log", log)).isEmpty();
        assertThat(log).doesNotContain("$argon2").doesNotContain("@@");
    }

    @Test
    void noSecretIsInAnyTable() {
        List<String> tables = server.jdbc()
                .sql(
                        """
                        select table_schema || '.' || table_name from information_schema.tables
                        where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
                        """)
                .query(String.class)
                .list();
        assertThat(tables).contains("public.domain_event", "public.data_key", "rm.token", "rm.mfa_audit", "rm.config");

        List<String> leaks = new ArrayList<>();
        for (String table : tables) {
            List<String> rows = server.jdbc()
                    .sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list();
            leaks.addAll(Hidden.leaks(hoard.secrets(), table, String.join("\n", rows)));
            if (Set.of("public.domain_event", "rm.token").contains(table)) {
                assertThat(rows).as(table).anyMatch(row -> row.contains(MARK));
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(snapshots()).isPositive();
    }

    @Test
    void noSecretIsInTheEventsThatTheCommandLineShows() {
        StringBuilder shown = new StringBuilder();
        server.bean(QueryDispatcher.class)
                .ask(
                        new StreamEvents(
                                null, 0, 10_000, event -> shown.append(event).append('\n')),
                        Long.class);

        assertThat(shown)
                .contains(
                        MARK,
                        "TokenEnrolled",
                        "ResolverCreated",
                        "SettingStored",
                        "AdminAdded",
                        "SmtpServerCreated",
                        "RecoveryCodeIssued");
        assertThat(Hidden.leaks(hoard.secrets(), "the events", shown.toString()))
                .isEmpty();
        assertThat(shown).doesNotContain("$argon2").doesNotContain("@@");
    }

    @Test
    void noSecretIsAnswered() {
        String now = Instant.now().toString().replaceAll("[.]\\d+", "");
        List<String> paths = new ArrayList<>(List.of(
                "/token/?pagesize=100",
                "/token/?pagesize=100&outform=csv",
                "/token/?pagesize=100&at=" + now,
                "/system/",
                "/system/secret.one",
                "/system/documentation",
                "/event/",
                "/token/challenges/",
                "/resolver/",
                "/resolver/secretive",
                "/resolver/secretive-web",
                "/smtpserver/",
                "/radiusclient/",
                "/radiusserver/",
                "/smsgateway/",
                "/caconnector/",
                "/feed/",
                "/events?limit=1000",
                "/history/feed/secretive",
                "/machineresolver/",
                "/system/names/caconnector",
                "/realm/",
                "/defaultrealm",
                "/user/?realm=users",
                "/user/attribute?user=user1&realm=users",
                "/auth/rights",
                "/audit/?page_size=1000",
                "/audit/all.csv"));
        paths.addAll(List.of(
                "/system/?at=" + now,
                "/resolver/?at=" + now,
                "/event/?at=" + now,
                "/history/admin/second",
                "/history/caconnector/secretive",
                "/history/event/1",
                "/history/radiusclient/secretive",
                "/history/radiusserver/secretive",
                "/history/resolver/secretive",
                "/history/resolver/secretive-web",
                "/history/smsgateway/secretive",
                "/history/smtpserver/secretive",
                "/history/system/secret.one",
                "/history/system/secret.two",
                "/history/token/SECRET1",
                "/token/LOADED1/history?pagesize=1000"));
        for (int number : List.of(1, 2, 3, 4, 5, 6, 10, 11, 12)) {
            paths.add("/token/SECRET" + number + "/history?pagesize=1000");
        }
        for (String path : paths) {
            Answer answer = hoard.admin.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(Hidden.leaks(hoard.secrets(), path, answer.body())).isEmpty();
            assertThat(answer.body()).doesNotContain("$argon2").doesNotContain("@@");
        }
        assertThat(hoard.admin.get("/token/SECRET1/history?pagesize=1000").body())
                .contains(MARK);
    }
}
