package org.symbolon.endtoend.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.feed.Hook.about;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Patience;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;
import tools.jackson.databind.JsonNode;

/** Feeds over the wire: defined, fed, watched, moved and deleted. */
@WireTest
class FeedWireTest {

    private static final String REALM = "feeds";

    private InProcessServer server;
    private Tenant tenant;
    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer shared, Path folder) {
        server = shared;
        tenant = Tenant.create(server, REALM, folder, 2);
        admin = tenant.admin();
    }

    @AfterEach
    void deleteAll() {
        admin.delete("/feed/wire-hook");
        admin.delete("/feed/wire-file");
    }

    private void hook(Hook hook, String... more) {
        String[] options = new String[more.length + 6];
        System.arraycopy(new String[] {"type", "webhook", "url", hook.url(), "secret", Hook.SECRET}, 0, options, 0, 6);
        System.arraycopy(more, 0, options, 6, more.length);
        assertThat(admin.post("/feed/wire-hook", options).status()).isEqualTo(200);
    }

    private Map<?, ?> shown(String name) {
        return (Map<?, ?>) admin.get("/feed/" + name).valueMap().get(name);
    }

    private Map<?, ?> progress(String name) {
        return (Map<?, ?>) shown(name).get("progress");
    }

    private int number() {
        return (Integer) shown("wire-hook").get("id");
    }

    @Test
    void oneIsDefinedShownChangedAndDeleted() {
        Answer made = admin.post("/feed/wire-file", "type", "file", "file", "wire", "active", "0", "kinds", "Token*");
        assertValue(made, "'<int>'");
        assertJson(
                shown("wire-file"),
                "{'id': '<int>', 'type': 'file', 'options': {'file': 'wire', 'active': '0', 'kinds': 'Token*'},"
                        + " 'progress': null}");

        admin.post("/feed/wire-file", "type", "file", "kinds", "", "description", "text");
        assertThat(shown("wire-file").get("options"))
                .isEqualTo(Map.of("file", "wire", "active", "0", "kinds", "", "description", "text"));

        assertRefusal(
                admin.post("/feed/wire-file", "type", "syslog", "server", "a"),
                400,
                302,
                "ERR302: The feed 'wire-file' already exists with another type.");
        assertRefusal(
                admin.post("/feed/wire-file", "type", "file", "kinds", "Tokens"),
                400,
                905,
                "ERR905: Parameter 'kinds' names what no event is called");
        assertValue(admin.delete("/feed/wire-file"), made.value().toString());
        assertRefusal(admin.delete("/feed/wire-file"), 404, 601, "The requested feed could not be found.");
        assertRefusal(admin.get("/feed/wire-file/deadletters"), 404, 601, "The requested feed could not be found.");
    }

    @Test
    void whatHappensIsToldSignedAndWithoutSecrets() {
        try (Hook hook = new Hook()) {
            hook(hook);
            assertThat(shown("wire-hook").get("options"))
                    .isEqualTo(Map.of("url", hook.url(), "secret", "__CENSORED__"));
            tenant.enrol(
                    "FEED1",
                    "user1",
                    "type",
                    "hotp",
                    "otpkey",
                    "3132333435363738393031323334353637383930",
                    "pin",
                    "1234");

            JsonNode fact = hook.await(about("TokenEnrolled", "FEED1"));
            assertThat(fact.path("specversion").asString()).isEqualTo("1.0");
            assertThat(fact.path("subject").asString()).isEqualTo("token/FEED1");
            assertThat(fact.path("actor").asString()).isNotEmpty();
            assertThat(fact.path("data").path("realms").toString()).isEqualTo("[\"" + REALM + "\"]");
            assertThat(fact.toString()).doesNotContain("seed", "\"pin\"", "state");
            Patience.until("it is noted", () -> (Integer) progress("wire-hook").get("sent") > 0);
            assertJson(
                    progress("wire-hook"),
                    "{'position': '<int>', 'node': 'tested', 'behind': '<int>', 'sent': '<int>', 'delivered':"
                            + " '~20.*Z', 'failures': 0, 'trouble': '', 'deadletters': 0}");
        }
    }

    @Test
    void onlyWhatIsWantedIsTold() {
        try (Hook hook = new Hook()) {
            hook(hook, "kinds", "Token*,OtpAccepted", "realms", REALM);
            admin.post("/token/init", "type", "spass", "serial", "FEEDNOBODYS");
            tenant.enrol("FEED2", "user1", "type", "spass", "pin", "feed-pin");
            admin.post("/validate/check", "serial", "FEED2", "pass", "feed-pin");
            admin.post("/token/realm/FEED2", "realms", "");
            admin.post("/token/description/FEED2", "description", "nobody's");
            tenant.enrol("FEED3", "user1", "type", "spass");

            hook.await(about("TokenEnrolled", "FEED3"));
            assertThat(hook.taken())
                    .extracting(fact -> fact.path("type").asString() + " "
                            + fact.path("data").path("serial").asString())
                    .containsSubsequence(
                            "org.symbolon.TokenEnrolled FEED2",
                            "org.symbolon.OtpAccepted FEED2",
                            "org.symbolon.TokenRealmsChanged FEED2",
                            "org.symbolon.TokenEnrolled FEED3")
                    .doesNotContain("org.symbolon.TokenEnrolled FEEDNOBODYS", "org.symbolon.TokenDescribed FEED2");
        }
    }

    @Test
    void whatWasPutAsideIsShownSentAgainAndGivenUp() {
        try (Hook hook = new Hook()) {
            hook(hook, "kinds", "TokenEnrolled");
            tenant.enrol("FEED4", "user1", "type", "spass");
            long position =
                    hook.await(about("TokenEnrolled", "FEED4")).path("position").asLong();
            for (long aside : new long[] {position, position + 1}) {
                server.jdbc()
                        .sql("insert into feed_dead_letter (feed, position, event_id, kind, reason)"
                                + " values (?, ?, 'id', 'TokenEnrolled', 'no')")
                        .params(number(), aside)
                        .update();
            }
            assertThat(admin.get("/feed/wire-hook/deadletters").list()).hasSize(2);
            assertJson(
                    admin.get("/feed/wire-hook/deadletters", "after", "" + position)
                            .list()
                            .get(0),
                    "{'position': " + (position + 1)
                            + ", 'id': 'id', 'kind': 'TokenEnrolled', 'reason': 'no', 'time': '~20.*Z', 'again': false}");

            assertValue(admin.delete("/feed/wire-hook/deadletters?position=" + (position + 1)), "1");
            assertValue(admin.post("/feed/wire-hook/deadletters"), "1");
            Patience.until(
                    "it was sent again",
                    () -> hook.taken().stream()
                                    .filter(about("TokenEnrolled", "FEED4"))
                                    .count()
                            == 2);
            Patience.until(
                    "it is gone",
                    () -> admin.get("/feed/wire-hook/deadletters").list().isEmpty());
        }
    }

    @Test
    void oneThatIsMovedSendsAgainWhatLiesBehind() {
        try (Hook hook = new Hook()) {
            hook(hook, "kinds", "TokenEnrolled");
            tenant.enrol("FEED5", "user1", "type", "spass");
            long position =
                    hook.await(about("TokenEnrolled", "FEED5")).path("position").asLong();
            assertValue(admin.post("/feed/wire-hook/position", "position", "" + (position - 1)), "true");

            Patience.until(
                    "it came once more",
                    () -> hook.taken().stream()
                                    .filter(about("TokenEnrolled", "FEED5"))
                                    .count()
                            == 2);
            assertRefusal(
                    admin.post("/feed/wire-hook/position", "position", "-1"),
                    400,
                    905,
                    "ERR905: Parameter 'position' must be a number");
        }
    }
}
