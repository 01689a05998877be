package org.symbolon.api.kernel.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.api.kernel.login.LoginTokens;

class ApiServletTest {

    private static final String SIGNATURE = ", \"signature\": \"rsa_sha256_pss:";
    private static final String TAIL = ", \"time\": 1795523686.431391, \"version\": \"eduMFA 2.10.0\"";
    private static EdgeServer server;

    @BeforeAll
    static void start() {
        server = new EdgeServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        server.audit().forget();
    }

    @Test
    void anAnswerIsTheCanonicalEnvelopeWithItsSignature() throws Exception {
        HttpResponse<String> response = server.post("/validate/check", "pass=1234&nonce=n1");
        String body = response.body().replaceAll("\"threadid\": [1-9][0-9]*", "\"threadid\": 7");
        assertThat(body.substring(0, body.indexOf(SIGNATURE)) + "}")
                .isEqualTo(
                        "{\"detail\": {\"message\": \"matching 1 tokens\", \"threadid\": 7}, \"id\": 2, \"jsonrpc\": \"2.0\","
                                + " \"nonce\": \"n1\","
                                + " \"result\": {\"authentication\": \"ACCEPT\", \"status\": true, \"value\": true}"
                                + TAIL
                                + ", \"versionnumber\": \"2.10.0\"}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Server")).isEmpty();
        assertThat(server.audit().rows()).containsExactly("POST /validate/check true");
    }

    @Test
    void theSignatureIsOverTheAnswerWithoutIt() throws Exception {
        String body =
                server.post("/validate/check", "pass=\u00fc%22&nonce=\u00fc").body();
        int start = body.indexOf(SIGNATURE);
        Signature verifier = Signature.getInstance("RSASSA-PSS");
        verifier.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 222, 1));
        verifier.initVerify(EdgeServer.KEYS.getPublic());
        verifier.update((body.substring(0, start) + "}").getBytes(StandardCharsets.US_ASCII));
        String signature = body.substring(start + SIGNATURE.length(), body.length() - 2);
        assertThat(verifier.verify(HexFormat.of().parseHex(signature))).isTrue();
    }

    @Test
    void errorsHaveNeitherDetailNorVersionNumber() throws Exception {
        HttpResponse<String> response = server.post("/validate/check", "user=a");
        assertThat(withoutSignature(response))
                .isEqualTo("{\"detail\": null, \"id\": 1, \"jsonrpc\": \"2.0\", \"result\": {\"error\": {\"code\": 905,"
                        + " \"message\": \"ERR905: Missing parameter: 'pass'\"}, \"status\": false}" + TAIL + "}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(server.audit().rows()).containsExactly("POST /validate/check ERR905: Missing parameter: 'pass'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            policy      | 403 | null | 303  | no
            notFound    | 404 | null | 601  | The requested token could not be found.
            locked      | 400 | null | 1007 | ERR1007: locked
            credentials | 401 | {}   | 4031 | Authentication failure. Wrong credentials
            database    | 500 | null | -600 | A database error occurred.
            """)
    void everyCategoryHasItsStatusCodeAndText(String how, int status, String detail, int code, String text)
            throws Exception {
        HttpResponse<String> response = server.post("/probe/fail", "how=" + how);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(withoutSignature(response))
                .isEqualTo("{\"detail\": " + detail
                        + ", \"id\": 1, \"jsonrpc\": \"2.0\", \"result\": {\"error\": {\"code\": " + code
                        + ", \"message\": \"" + text + "\"}, \"status\": false}" + TAIL + "}");
        assertThat(server.audit().rows()).containsExactly("POST /probe/fail " + text);
    }

    @Test
    void withoutADatabaseTheAnswerIsToTryAgainAndNobodyWaitsForARow() throws Exception {
        HttpResponse<String> response = server.post("/probe/fail", "how=away");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body())
                .contains("\"code\": -600, \"message\": \"The database is not available. Try again later.\"");
        assertThat(server.audit().rows()).isEmpty();
    }

    @Test
    void aRequestThatEndedADeadlockIsHandledAgain() throws Exception {
        HttpResponse<String> response = server.post("/probe/deadlock", "times=4");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"value\": 5}");
        assertThat(server.audit().rows()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"times=5", "times=1&audited=1"})
    void aRequestIsNotHandledForEverNorOnceMoreWhenItIsRecorded(String form) throws Exception {
        assertThat(server.post("/probe/deadlock", form).statusCode()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({"/probe/fail, how=x", "/probe/odd, a=b"})
    void faultsOfTheServerTellNothing(String path, String form) throws Exception {
        HttpResponse<String> response = server.post(path, form);
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body())
                .contains(
                        "\"code\": -500, \"message\": \"500 Internal Server Error: The server encountered an internal")
                .doesNotContain("swordfish", "Exception");
        assertThat(server.audit().rows()).singleElement().asString().contains("500 Internal Server Error");
    }

    @Test
    void nothingIsAnsweredThatCannotBeRecorded() throws Exception {
        server.audit().broken(true);
        try {
            assertThat(server.post("/validate/check", "pass=1234").statusCode()).isEqualTo(500);
            assertThat(server.post("/validate/check", "").statusCode()).isEqualTo(400);
            assertThat(server.post("/probe/audited", "").statusCode()).isEqualTo(200);
        } finally {
            server.audit().broken(false);
        }
    }

    @Test
    void whatAHandlerHasRecordedIsNotRecordedAgain() throws Exception {
        assertThat(server.post("/probe/audited", "").body()).contains("\"value\": null");
        assertThat(server.audit().rows()).isEmpty();
    }

    @Test
    void repliesWithoutEnvelopeKeepTheirTypes() throws Exception {
        HttpResponse<String> csv = server.get("/probe/csv");
        assertThat(csv.body()).isEqualTo("a,\u00fc\n");
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/csv")
                .contains("utf-8");
        assertThat(csv.headers().firstValue("Content-disposition")).contains("attachment; filename=x.csv");
        for (String status : List.of("204", "400")) {
            HttpResponse<String> radius = server.post("/probe/radius", "status=" + status);
            assertThat(radius.statusCode()).hasToString(status);
            assertThat(radius.body()).isEmpty();
            assertThat(radius.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/plain");
        }
    }

    @Test
    void handlersSeeParametersClientAndAgent() throws Exception {
        HttpResponse<String> response = server.send(server.request("/probe/echo?a=%2541&c=x%7Cy")
                .header("User-Agent", "eduMFA-cp/1")
                .header("X-Forwarded-For", "8.8.8.8, 9.9.9.9")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"b\": [1, 2.5], \"client\": \"7.7.7.7\"}")));
        assertThat(response.body())
                .contains("\"auth_items\": {\"offline\": []}")
                .contains("\"value\": {\"agent\": \"eduMFA-cp/1\", \"client\": \"9.9.9.9\", \"parameters\":"
                        + " {\"a\": \"%41\", \"b\": [1, 2.5], \"c\": \"x|y\", \"client\": \"7.7.7.7\"}}");
    }

    @Test
    void whatAProxyAppendsAsALineOfItsOwnIsSeenBehindTheClientsLine() throws Exception {
        HttpResponse<String> response = server.send(server.request("/probe/echo?a=1")
                .header("X-Forwarded-For", "10.0.0.7")
                .header("X-Forwarded-For", "9.9.9.9")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(response.body()).contains("\"client\": \"9.9.9.9\"");
    }

    @Test
    void aSlashInAPathValueStaysPartOfIt() throws Exception {
        HttpResponse<String> response =
                server.send(server.request("/probe/echo/a%2Fb%5Cc").DELETE());
        assertThat(response.body()).contains("\"parameters\": {\"name\": \"a/b\\\\c\"}");
    }

    @Test
    void callersMustBeWhoTheRouteWants() throws Exception {
        String admin = server.tokens().issue("root", "", LoginTokens.ADMIN, "password", List.of());
        String user = server.tokens().issue("alice", "gold", LoginTokens.USER, "password", List.of());
        String program = server.tokens().issueApiKey("p", "API", LoginTokens.VALIDATE, Duration.ofDays(1));
        assertThat(authorized("GET", "/token/", admin)).contains("200").contains("Administrator[name=root, realm=]");
        assertThat(authorized("GET", "/token/", user)).contains("RealmUser[login=alice, realm=gold, resolver=found]");
        assertThat(authorized("POST", "/system/setConfig", admin)).contains("200");
        assertThat(server.audit().rows()).hasSize(3);
        server.audit().forget();
        assertThat(authorized("GET", "/token/", program)).contains("401", "4306", "necessary role (['user', 'admin'])");
        assertThat(authorized("GET", "/token/", "garbage")).contains("401", "4304", "Not enough segments");
        assertThat(server.get("/token/").body()).contains("4033");
        assertThat(server.audit().rows()).isEmpty();
        assertThat(authorized("POST", "/system/setConfig", user)).contains("401", "4306", "necessary role (['admin'])");
        assertThat(server.audit().rows()).hasSize(1);
    }

    @Test
    void theHeaderOfPrivacyIdeaComesFirst() throws Exception {
        String admin = server.tokens().issue("root", "", LoginTokens.ADMIN, "password", List.of());
        HttpRequest.Builder request =
                server.request("/token/").header("PI-Authorization", admin).header("Authorization", "x");
        assertThat(server.send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsNotLoggedInHearsThatBeforeAnythingElse() throws Exception {
        assertThat(server.post("/system/setConfig", "application/json", "[").statusCode())
                .isEqualTo(401);
        assertThat(server.audit().rows()).isEmpty();
    }

    private static String authorized(String method, String path, String token) throws Exception {
        HttpRequest.Builder request =
                server.request(path).header("Authorization", token).method(method, HttpRequest.BodyPublishers.noBody());
        HttpResponse<String> response = server.send(request);
        return response.statusCode() + " " + response.body();
    }

    private static String withoutSignature(HttpResponse<String> response) {
        return response.body().substring(0, response.body().indexOf(SIGNATURE)) + "}";
    }
}
