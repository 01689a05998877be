package org.symbolon.api.kernel.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedRequestTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static EdgeServer server;

    @BeforeAll
    static void start() {
        server = new EdgeServer("--symbolon.response-signature=nonce");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            application/json                  | [1]                      | The request body must be a JSON object.
            application/json; charset=utf-8   | {"a":                    | The request body must be a JSON object.
            application/json                  | {"pass": "\\u0000"}       | The request holds a NUL character.
            application/json                  | {"pass": 1234}           | Parameter 'pass' must be a text
            application/json                  | {"pass": ["1234"]}       | Parameter 'pass' must be a text
            application/json                  | {"pass": null}           | Missing parameter: 'pass'
            application/x-www-form-urlencoded | pass=%00                 | The request holds a NUL character.
            application/x-www-form-urlencoded | pass=%ff                 | The request is not valid UTF-8.
            application/x-www-form-urlencoded | nothing                  | Missing parameter: 'pass'
            multipart/form-data               | pass=1                   | The multipart body is malformed.
            multipart/form-data; boundary=x   | pass=1                   | The multipart body is malformed.
            text/plain                        | pass=1                   | Missing parameter: 'pass'
            """)
    void malformedBodiesAreTheClientsFault(String contentType, String body, String text) throws Exception {
        assertRefused(server.post("/validate/check", contentType, body), text);
        assertThat(server.audit().rows()).last().isEqualTo("POST /validate/check ERR905: " + text);
    }

    @ParameterizedTest
    @ValueSource(ints = {(1 << 20) + 1, 3 << 20, 12 << 20})
    void largeBodiesAreRefused(int size) throws Exception {
        assertRefused(
                server.post("/validate/check", FORM, "pass=" + "x".repeat(size)), "The request body is too large.");
    }

    @Test
    void largeBodiesWithoutALengthAreRefused() throws Exception {
        byte[] chunk = "x".repeat(1 << 16).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        HttpRequest.Builder request = server.request("/validate/check")
                .header("Content-Type", FORM)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(java.util.Collections.nCopies(40, chunk)));
        assertRefused(server.send(request), "The request body is too large.");
    }

    @Test
    void aMegabyteIsAllowed() throws Exception {
        HttpResponse<String> response = server.post("/validate/check", FORM, "pass=" + "x".repeat((1 << 20) - 5));
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/validate/check?pass=%00, The request holds a NUL character.",
        "/validate/check?pass=%ff, The request is not valid UTF-8.",
        "/validate/check?%c3=1&pass=1, The request is not valid UTF-8."
    })
    void malformedQueriesAreTheClientsFault(String path, String text) throws Exception {
        assertRefused(server.get(path), text);
    }

    @Test
    void aNumberMustBeANumber() throws Exception {
        assertRefused(server.post("/probe/radius", "status=abc"), "Parameter 'status' must be a number");
    }

    @Test
    void anUploadWithoutFileGetsAPage() throws Exception {
        HttpResponse<String> response = server.post("/probe/upload", "file=x");
        assertPage(response, 400, "Bad Request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/echo/%ff", "/probe/echo/%00", "/probe/echo/a%2500"})
    void malformedPathsAreTheClientsFault(String path) throws Exception {
        String answer = raw("DELETE " + path + " HTTP/1.1");
        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("application/json")
                .contains("\"code\": 905");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /probe/echo/%zz HTTP/1.1",
                "GET /a b HTTP/1.1",
                "GET /../../etc/passwd HTTP/1.1",
                "GET x HTTP/1.1",
                "GET /\u00ff HTTP/1.1",
                "G@T / HTTP/1.1",
                "TRACE / HTTP/1.1",
                "FOO / HTTP/1.1",
                "nonsense",
                "GET / HTTP/9.9",
                "CONNECT a:1 HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "GET http://other/token/ HTTP/1.1",
                "GET //other/ HTTP/1.1",
                "GET /;a=b HTTP/1.1",
                "POST /validate/check HTTP/1.1\r\nContent-Length: x",
                "POST /validate/check HTTP/1.1\r\nTransfer-Encoding: foo",
                "GET / HTTP/1.1\r\nHost: other"
            })
    void noRequestLineBreaksTheServerOrMakesItTalk(String line) throws Exception {
        String answer = raw(line);
        assertThat(answer).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 500");
        assertThat(answer).doesNotContainIgnoringCase("tomcat").doesNotContain("Exception", "\tat ", "java.");
    }

    @Test
    void charactersThatShouldHaveBeenEncodedAreTolerated() throws Exception {
        assertThat(raw("GET /probe/echo?c=x|y[{\"^`\\}]<> HTTP/1.1"))
                .startsWith("HTTP/1.1 200 ")
                .contains("\"parameters\": {\"c\": \"x|y[{\\\"^`\\\\}]<>\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked\r\n\r\nzz\r\n", "Transfer-Encoding: chunked\r\n\r\n-1\r\n"})
    void bodiesThatCannotBeReadAreTheClientsFault(String rest) throws Exception {
        String answer = server.raw("POST /validate/check HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: "
                + FORM + "\r\n" + rest);
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("ERR905: The request is malformed.");
    }

    @Test
    void aBodyThatCannotBeMadeIsAnErrorOrBreaksOff() throws Exception {
        assertThat(server.get("/probe/broken/10").body())
                .contains("\"code\": -500")
                .doesNotContain("swordfish");
        assertThat(raw("GET /probe/broken/100000 HTTP/1.1"))
                .startsWith("HTTP/1.1 200 ")
                .doesNotContain("\r\n0\r\n");
    }

    @Test
    void largeHeadersAreRefused() throws Exception {
        assertThat(raw("GET /token/ HTTP/1.1\r\nAuthorization: " + "x".repeat(40_000)))
                .startsWith("HTTP/1.1 400 ");
        assertThat(raw("GET /token/ HTTP/1.1\r\nAuthorization: " + "x".repeat(20_000)))
                .startsWith("HTTP/1.1 401 ");
    }

    @Test
    void malformedRequestsGetNoAnswerOfTheHandlerAndTheConnectionGoesOn() throws Exception {
        assertThat(server.post("/validate/check", FORM, "pass=%00").statusCode())
                .isEqualTo(400);
        assertThat(server.post("/validate/check", FORM, "pass=1234").statusCode())
                .isEqualTo(200);
    }

    @Test
    void unknownPathsAndMethodsGetPages() throws Exception {
        assertPage(server.get("/nosuchpath"), 404, "Not Found");
        HttpResponse<String> wrong = server.post("/token/", "");
        assertPage(wrong, 405, "Method Not Allowed");
        assertThat(wrong.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        HttpResponse<String> slash = server.get("/token?a=%20b");
        assertPage(slash, 308, "Redirecting");
        assertThat(slash.headers().firstValue("Location")).contains("/token/?a=%20b");
        assertThat(server.audit().rows()).noneMatch(row -> row.contains("nosuchpath"));
    }

    @Test
    void headHasNoBodyAndOptionsAreAnswered() throws Exception {
        HttpResponse<String> head = server.send(
                server.request("/validate/check?pass=1234").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Type")).contains("application/json");
        HttpResponse<String> options =
                server.send(server.request("/validate/check").method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS, POST");
    }

    @Test
    void onlyRequestsWithANonceAreSignedInNonceMode() throws Exception {
        assertThat(server.get("/validate/check?pass=1").body()).doesNotContain("signature", "nonce");
        assertThat(server.get("/validate/check?pass=1&nonce=").body()).doesNotContain("signature", "nonce");
        assertThat(server.get("/validate/check?pass=1&nonce=a").body()).contains("signature", "\"nonce\": \"a\"");
    }

    @Test
    void neitherSignatureNorNonceAppearWhenSigningIsOff() throws Exception {
        try (EdgeServer unsigned = new EdgeServer("--symbolon.response-signature=off")) {
            assertThat(unsigned.get("/validate/check?pass=1&nonce=a").body()).doesNotContain("signature", "nonce");
        }
    }

    private static String raw(String head) throws Exception {
        List<String> lines = head.contains("Host:") ? List.of(head) : List.of(head, "Host: localhost");
        return server.raw(String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n");
    }

    private static void assertRefused(HttpResponse<String> response, String text) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body())
                .isEqualTo("{\"detail\": null, \"id\": 1, \"jsonrpc\": \"2.0\", \"result\": {\"error\": {\"code\": 905,"
                        + " \"message\": \"ERR905: " + text + "\"}, \"status\": false}, \"time\": 1795523686.431391,"
                        + " \"version\": \"eduMFA 2.10.0\"}");
    }

    private static void assertPage(HttpResponse<String> response, int status, String title) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(response.body())
                .startsWith("<!doctype html>\n<html lang=en>")
                .contains(title);
    }
}
