package org.symbolon.endtoend.harness;

import static org.assertj.core.api.Assertions.assertThat;

/** Asserts about whole answers: status, content type and every key of the body. */
public final class Wire {

    private static final String JSON = "application/json";
    private static final String VALUE =
            """
            {"id": %d, "jsonrpc": "2.0", "result": %s, "time": "<number>", "version": "~eduMFA \\\\d+[.]\\\\d+.*",
             "versionnumber": "~\\\\d+[.]\\\\d+.*", "signature": "~rsa_sha256_pss:[0-9a-f]{512}"}
            """;
    private static final String REFUSAL =
            """
            {"id": 1, "jsonrpc": "2.0", "detail": null, "time": "<number>", "version": "~eduMFA \\\\d+[.]\\\\d+.*",
             "result": {"status": false, "error": {"code": %d, "message": "<message>"}},
             "signature": "~rsa_sha256_pss:[0-9a-f]{512}"}
            """;

    private Wire() {}

    /** A value and nothing more, as most endpoints answer. */
    public static void assertValue(Answer answer, String value) {
        assertBody(answer, 200, success(1, value));
    }

    /** A value with a detail; the thread's id is part of every detail and need not be named. */
    public static void assertValue(Answer answer, String value, String detail) {
        assertBody(answer, 200, ExpectedJson.overlaid(success(1, value), detail(detail)));
    }

    /** What came of a log-in. */
    public static void assertDecision(Answer answer, boolean accepted, String detail) {
        assertDecision(answer, String.valueOf(accepted), accepted ? "ACCEPT" : "REJECT", detail);
    }

    public static void assertDecision(Answer answer, String value, String authentication, String detail) {
        assertBody(answer, 200, ExpectedJson.overlaid(decision(value, authentication), detail(detail)));
    }

    public static void assertDecisionWithoutDetail(Answer answer, boolean accepted) {
        assertBody(answer, 200, decision(String.valueOf(accepted), accepted ? "ACCEPT" : "REJECT"));
    }

    public static void assertRefusal(Answer answer, int status, int code, String message) {
        assertRefusal(answer, status, code, message, "null");
    }

    public static void assertRefusal(Answer answer, int status, int code, String message, String detail) {
        String body = REFUSAL.formatted(code)
                .replace("<message>", message.replace("\\", "\\\\").replace("\"", "\\\""));
        assertBody(answer, status, ExpectedJson.overlaid(body, "{'detail': " + detail + "}"));
    }

    /** Asserts about a part of a body, where the rest is not the test's own. */
    public static void assertJson(Object actual, String expected) {
        assertThat(ExpectedJson.of(expected).differences(actual)).isEmpty();
    }

    private static String detail(String detail) {
        return "{'detail': " + ExpectedJson.overlaid(detail, "{'threadid': '<int>'}") + "}";
    }

    private static String success(int id, String value) {
        return VALUE.formatted(id, "{'status': true, 'value': " + value + "}");
    }

    private static String decision(String value, String authentication) {
        return VALUE.formatted(
                2, "{'status': true, 'value': " + value + ", 'authentication': '" + authentication + "'}");
    }

    private static void assertBody(Answer answer, int status, String expected) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo(JSON);
        assertThat(ExpectedJson.of(expected).differences(answer.json()))
                .as(answer.body())
                .isEmpty();
    }
}
