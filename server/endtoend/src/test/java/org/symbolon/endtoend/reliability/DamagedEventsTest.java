package org.symbolon.endtoend.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.symbolon.app.metrics.StoreGauges;
import org.symbolon.cli.audit.AuditTrail;
import org.symbolon.cli.events.EventMending;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.projections.ReadModels;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Patience;
import org.symbolon.projections.shared.TrailingModels;

/** What an event does that cannot be read: it once stopped the audit and all lists for ever. */
class DamagedEventsTest {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String FIRST_VALUE = "755224";
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    private static Path folder;

    private static InProcessServer server;
    private static DamagedStream stream;
    private static ApiClient admin;

    @BeforeAll
    static void start() {
        server = InProcessServer.start(folder, "--symbolon.checkpoint-pause=100ms");
        stream = new DamagedStream(server.jdbc(), folder);
        admin = server.admin();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void everythingHealsOnceTheEventsAreLeftOut() {
        EventMending events = server.bean(EventMending.class);
        undecided().forEach(index -> events.skip(index, "it was a test"));
        assertThat(rebuilt()).isEmpty();
        assertThat(check().unreadable()).isEmpty();
        assertThat(check().lacking()).isEmpty();
        assertThat(admin.get("/token/").json()).doesNotContainKey("detail");
        assertThat(findings()).isEmpty();
    }

    private static List<Long> undecided() {
        server.bean(TrailingModels.class).await();
        return server.jdbc()
                .sql("select global_index from rm.unreadable_event except select global_index from event_correction")
                .query(Long.class)
                .list();
    }

    private static List<String> rebuilt() {
        everythingIsSealed();
        return server.bean(ReadModels.class)
                .rebuild(List.of(), (done, all) -> {})
                .unreadable();
    }

    private static EventMending.Check check() {
        return server.bean(EventMending.class).check((done, all) -> {});
    }

    private static List<String> findings() {
        everythingIsSealed();
        return server.bean(AuditTrail.class).verify((done, all) -> {}).findings();
    }

    /** How an event of a token can be unreadable. */
    enum Damage {
        OF_A_LATER_VERSION {
            @Override
            long appendTo(String token) {
                return stream.append(token, "TokenTeleported", "1", "{\"to\":\"the moon\"}");
            }
        },
        OF_A_LATER_REVISION {
            @Override
            long appendTo(String token) {
                return stream.append(token, "TokenDisabled", "7", "{}");
            }
        },
        NOT_AN_EVENT {
            @Override
            long appendTo(String token) {
                return stream.append(token, "TokenDisabled", "1", "{\"serial\": ");
            }
        },
        FORGED {
            @Override
            long appendTo(String token) {
                return stream.appendForged(token, "TokenEnabled", "{\"serial\":\"X\",\"tokenId\":1}");
            }
        };

        abstract long appendTo(String token);
    }

    @ParameterizedTest
    @EnumSource
    void anEventOfATokenThatCannotBeReadStopsNothingForOthers(Damage damage) throws IOException, InterruptedException {
        admin.enrolHotp("HIT" + damage, SEED, "");
        admin.enrolHotp("NEXT" + damage, SEED, "");
        long index = damage.appendTo("token/HIT" + damage);
        long began = System.nanoTime();

        assertThat(server.anonymous()
                        .check("serial", "NEXT" + damage, FIRST_VALUE)
                        .isAccepted())
                .isTrue();
        assertThat(admin.get("/audit/", "serial", "NEXT" + damage, "action", "*check*")
                        .rows("auditdata"))
                .hasSize(1);
        assertThat(count("NEXT" + damage)).isEqualTo(1);
        HttpResponse<String> list = listOfTokens();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.headers().firstValue("Symbolon-Stale").orElseThrow())
                .matches("position=\\d+, behind=0, unreadable=1");
        assertThat(stale(admin.get("/token/"))).contains(entry("behind", 0), entry("unreadable", 1));
        Answer refused = admin.post("/token/disable", "serial", "HIT" + damage);
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.errorMessage()).startsWith("Event " + index + " in the database cannot be read");
        assertThat(check().unreadable())
                .singleElement()
                .asString()
                .startsWith("Event " + index + ", the ")
                .contains("of token/HIT" + damage + ",");
        server.bean(StoreGauges.class).look();
        assertThat(server.anonymous().get("/metrics").body())
                .contains("symbolon_projection_unreadable{projection=\"trailing\"} 1.0");

        assertThat(admin.get("/token/HIT" + damage + "/history").errorMessage()).startsWith("Event " + index);

        server.bean(EventMending.class).skip(index, "a test");
        assertThat(admin.post("/token/disable", "serial", "HIT" + damage).status())
                .isEqualTo(200);
        assertThat(history("HIT" + damage)).containsExactly("TokenDisabled", "EventLeftOut", "TokenEnrolled");
    }

    private static List<Object> history(String serial) {
        return admin.get("/token/" + serial + "/history").rows("history").stream()
                .map(told -> told.get("event"))
                .toList();
    }

    private static Object count(String serial) {
        return admin.get("/token/", "serial", serial).rows("tokens").get(0).get("count");
    }

    @SuppressWarnings("unchecked") // it is an object of JSON
    private static Map<String, Object> stale(Answer answer) {
        return (Map<String, Object>) answer.detail().get("stale");
    }

    private static HttpResponse<String> listOfTokens() throws IOException, InterruptedException {
        Object token = server.anonymous()
                .post("/auth", "username", InProcessServer.ADMIN, "password", InProcessServer.ADMIN_PASSWORD)
                .valueMap()
                .get("token");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/token/"))
                                .header("Authorization", token.toString())
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void whatHappensToTheTokenLaterIsShownWhenTheEventIsLeftOut() {
        admin.enrolHotp("LATER", SEED, "");
        long index = stream.append("token/LATER", "TokenTeleported", "1", "{}");
        stream.append("token/LATER", "OtpRejected", "2", rejectionOf("LATER"));
        assertThat(failures("LATER")).isZero();

        server.bean(EventMending.class).skip(index, "a test");
        assertThat(rebuilt()).isEmpty();

        assertThat(failures("LATER")).isEqualTo(1);
    }

    private static int failures(String serial) {
        return (int)
                admin.get("/token/", "serial", serial).rows("tokens").get(0).get("failcount");
    }

    /** What is stored when a wrong value is shown. */
    private static String rejectionOf(String serial) {
        long number = server.jdbc()
                .sql("select id from rm.token where serial = ?")
                .param(serial)
                .query(Long.class)
                .single();
        return """
                {"serial":"%s","tokenId":%d,"reason":"WRONG_OTP","failCount":1,"authCount":0,"change":{"entries":{}}}"""
                .formatted(serial, number);
    }

    @Test
    void anAnsweredRequestThatCannotBeReadHasARowThatSaysSo() {
        long rows = rows();
        long index = stream.appendAlone("RequestAnswered", "{\"action\": ");

        assertThat(admin.get("/audit/", "action", "(unreadable*")
                        .rows("auditdata")
                        .get(0))
                .contains(entry("action_detail", "event " + index));
        assertThat(rows()).isGreaterThan(rows);
        assertThat(findings()).isEmpty();
        assertThat(rebuilt()).singleElement().asString().startsWith("event " + index + ", RequestAnswered");
    }

    private static long rows() {
        server.bean(TrailingModels.class).await();
        return server.jdbc()
                .sql("select max(number) from rm.audit_head")
                .query(Long.class)
                .single();
    }

    /** Its time is one that no database has. */
    @Test
    void aReadModelThatFailsOnAnEventGoesOnWithoutIt() {
        long index = stream.appendAlone(
                "RequestAnswered",
                "{\"action\":\"GET /never\",\"success\":true,\"started\":\"+1000000000-12-31T23:59:59.999999999Z\"}");
        admin.enrolHotp("BEHIND", SEED, "");

        assertThat(server.bean(TrailingModels.class).await()).isTrue();
        assertThat(check().unreadable()).isEmpty();
        assertThat(check().lacking())
                .singleElement()
                .asString()
                .startsWith("event " + index)
                .contains("a read model fails on it");
        assertThat(admin.get("/audit/", "action", "(unreadable*")
                        .rows("auditdata")
                        .get(0))
                .contains(entry("action_detail", "event " + index));
    }

    @Test
    void aChangedEventIsRepairedByWhatWasStoredAndNobodyForgesARepair() {
        admin.enrolHotp("CHANGED", SEED, "");
        admin.post("/token/disable", "serial", "CHANGED");
        everythingIsSealed();
        long index = number("select max(global_index) from domain_event where payload_type = 'TokenDisabled'");
        String stored = payload(index);
        damage(index);

        assertThatThrownBy(DamagedEventsTest::rebuilt)
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("Event " + index + ", TokenDisabled of token/CHANGED");
        forgeASkip(index);
        assertThat(findings())
                .anyMatch(finding -> finding.startsWith("Event " + index + ", TokenDisabled"))
                .anyMatch(finding -> finding.startsWith("The correction of event " + index + " is not this server's"));
        assertThat(check().unreadable()).hasSize(2);

        EventMending events = server.bean(EventMending.class);
        assertThatThrownBy(() -> events.repair(index, "{\"serial\":", "it is no JSON"))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("is not the payload of a TokenDisabled in revision 1");
        assertThat(events.repair(index, stored, "out of the backup").sentence())
                .startsWith("Event " + index + " was repaired at ")
                .endsWith("It is again what was stored, to the last byte.");
        assertThat(findings()).isEmpty();
        assertThat(server.bean(AuditTrail.class).verify((done, all) -> {}).corrections())
                .anyMatch(sentence -> sentence.startsWith("Event " + index + " was repaired")
                        && sentence.endsWith(": out of the backup."));
        assertThat(payload(index)).as("the evidence").isNotEqualTo(stored);
        assertThat(history("CHANGED")).containsExactly("TokenDisabled", "TokenEnrolled");
        ReadModels.Comparison comparison = server.bean(ReadModels.class).rebuildAndCompare((done, all) -> {});
        assertThat(comparison.after()).isEqualTo(comparison.before());
        assertThatThrownBy(() -> events.skip(index, "once more")).hasMessageContaining("is corrected already");
    }

    private static void damage(long index) {
        server.jdbc()
                .sql("update domain_event set payload = replace(payload, 'serial', 'number') where global_index = ?")
                .param(index)
                .update();
    }

    private static void forgeASkip(long index) {
        server.jdbc()
                .sql(
                        """
                        insert into event_correction (global_index, kind, sealed, reason, actor, corrected_at, mac)
                        select global_index, 'SKIP', digest, '', 'command line', time_stamp, sha256('guess') from domain_event
                        where global_index = ?
                        """)
                .param(index)
                .update();
    }

    private static String payload(long index) {
        return server.jdbc()
                .sql("select payload from domain_event where global_index = ?")
                .param(index)
                .query(String.class)
                .single();
    }

    /** What is looked at while a checkpoint is being made finds one that is in the file and not yet in the database. */
    private static void everythingIsSealed() {
        until(() -> sealed() == number("select count(*) from domain_event"));
    }

    private static long sealed() {
        try {
            return Long.parseLong(
                    Files.readAllLines(folder.resolve("stream.checkpoint")).get(1));
        } catch (IOException unwritten) {
            return -1;
        }
    }

    private static long number(String sql) {
        return server.jdbc().sql(sql).query(Long.class).single();
    }

    private static void until(BooleanSupplier condition) {
        Patience.until("it does not come true", condition);
    }

    /** The server that has it in memory decides by what is left of it, too. */
    @Test
    void whatIsLeftOutCountsForNothingAtOnce() {
        admin.enrolHotp("LEFT", SEED, "");
        admin.post("/token/disable", "serial", "LEFT");
        assertThat(admin.post("/token/disable", "serial", "LEFT").value()).isEqualTo(0);
        long index = number("select max(global_index) from domain_event where payload_type = 'TokenDisabled'");
        damage(index);

        assertThat(server.bean(EventMending.class).skip(index, "a test").rebuildIsDue())
                .isTrue();

        until(() -> admin.post("/token/disable", "serial", "LEFT").value().equals(1));
    }

    @Test
    void anEventThatCanBeReadIsNotLeftOut() {
        admin.enrolHotp("SOUND", SEED, "");
        long index = number("select max(global_index) from domain_event where payload_type = 'TokenEnrolled'");
        EventMending events = server.bean(EventMending.class);

        assertThatThrownBy(() -> events.skip(index, "I do not like it")).hasMessageContaining("can be read");
        assertThatThrownBy(() -> events.repair(index, "{}", "")).hasMessageContaining("nothing to repair");
        assertThatThrownBy(() -> events.skip(Long.MAX_VALUE, "")).hasMessageContaining("there is no event");
    }
}
