package org.symbolon.cli.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.symbolon.cli.demo.Scene.Owned;
import tools.jackson.databind.JsonNode;

/** What other servers forget: who did what to a token and when, and how things were before. */
final class LookBack {
    private final Steps steps;
    private final DemoClient client;
    private final Scene scene;

    LookBack(Steps steps, DemoClient client, Scene scene) {
        this.steps = steps;
        this.client = client;
        this.scene = scene;
    }

    void run() {
        steps.step("The history of Alice's token, the newest first", this::history);
        steps.step("The audit: every request, whatever its answer", this::audit);
        steps.step("The token as it was before the checks, and as it is now", this::past);
    }

    private String history() {
        JsonNode value = value(client.get("/token/" + scene.alice().serial() + "/history", Map.of()));
        List<JsonNode> entries = value.path("history").valueStream().toList();
        entries.forEach(entry ->
                steps.note("  %s  %-14s by %s".formatted(text(entry, "time"), text(entry, "event"), by(entry))));
        List<String> events =
                entries.stream().map(entry -> text(entry, "event")).toList();
        UnexpectedException.unless(events.contains("OtpAccepted"), "the log-in is missing");
        UnexpectedException.unless(events.contains("OtpRejected"), "the refusals are missing");
        UnexpectedException.unless(
                !events.isEmpty() && events.get(events.size() - 1).equals("TokenEnrolled"),
                "it should begin with the enrolment");
        return "%d events".formatted(value.path("count").asInt());
    }

    private static String by(JsonNode entry) {
        String who = text(entry, "actor").isEmpty() ? "anyone" : text(entry, "actor");
        return "%s from %s (%s)".formatted(who, text(entry, "client"), text(entry, "user_agent"));
    }

    private String audit() {
        Map<String, String> filter =
                Map.of("user", SampleUsers.ALICE, "realm", scene.realm(), "action", "POST*", "page_size", "5");
        JsonNode value = value(client.get("/audit/", filter));
        List<JsonNode> rows = value.path("auditdata").valueStream().toList();
        rows.forEach(row -> steps.note("  %5d  %-20s success=%s  %s"
                .formatted(row.path("number").asInt(), text(row, "action"), text(row, "success"), text(row, "info"))));
        UnexpectedException.unless(rows.size() == 5, "there should be five rows, but there are " + rows.size());
        UnexpectedException.unless(
                rows.stream().allMatch(row -> text(row, "sig_check").equals("OK")), "a signature is wrong");
        UnexpectedException.unless(
                rows.stream().allMatch(row -> text(row, "missing_line").equals("OK")), "a row is missing");
        return "%d rows about Alice, the last %d are shown; their chain is right"
                .formatted(value.path("count").asInt(), rows.size());
    }

    private String past() {
        Owned alice = scene.alice();
        JsonNode before = token(
                Map.of("serial", alice.serial(), "at", scene.beforeTheChecks().toString()));
        JsonNode now = token(Map.of("serial", alice.serial()));
        steps.note("  then: " + counters(before));
        steps.note("  now:  " + counters(now));
        UnexpectedException.unless(
                Objects.equals(counters(before), "counter 0, failures 0"), "the counter was not 0 before the checks");
        UnexpectedException.unless(now.path("count").asInt() > 0, "the counter should have moved on");
        return "the counter went from %d to %d"
                .formatted(before.path("count").asInt(), now.path("count").asInt());
    }

    private JsonNode token(Map<String, String> parameters) {
        JsonNode tokens = value(client.get("/token/", parameters)).path("tokens");
        UnexpectedException.unless(tokens.size() == 1, "one token should be found, not " + tokens.size());
        return tokens.get(0);
    }

    private static String counters(JsonNode token) {
        return "counter %d, failures %d"
                .formatted(token.path("count").asInt(), token.path("failcount").asInt());
    }

    private static JsonNode value(JsonNode answer) {
        return answer.path("result").path("value");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
