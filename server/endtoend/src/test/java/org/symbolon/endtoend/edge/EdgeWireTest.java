package org.symbolon.endtoend.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.api.kernel.ServerKeys;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every request, whatever it is about: pages, redirects, headers, signatures, where parameters come from. */
@WireTest
class EdgeWireTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper exact = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private InProcessServer server;
    private ApiClient admin;
    private String token;

    @BeforeAll
    void prepare(InProcessServer shared) {
        server = shared;
        admin = shared.admin();
        token = (String) shared.anonymous()
                .post("/auth", "username", InProcessServer.ADMIN, "password", InProcessServer.ADMIN_PASSWORD)
                .valueMap()
                .get("token");
        for (String serial : List.of("EDGE1", "EDGE2", "EDGE3")) {
            admin.post("/token/init", "type", "spass", "serial", serial, "pin", "pin");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private HttpResponse<String> send(String method, String path) {
        return send(request(path).header("Authorization", token).method(method, BodyPublishers.noBody()));
    }

    private Answer send(String method, String path, String contentType, String body) {
        return Answer.of(send(request(path)
                .header("Authorization", token)
                .header("Content-Type", contentType)
                .method(method, BodyPublishers.ofString(body))));
    }

    private static void assertPage(HttpResponse<String> response, int status, String heading) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(response.headers().firstValue("Server")).isEmpty();
        assertThat(response.body())
                .matches("<!doctype html>\n<html lang=en>\n<title>.*</title>\n<h1>%s</h1>\n<p>.*</p>\n"
                        .formatted(heading));
    }

    @Test
    void whatDoesNotExistIsAPage() {
        for (String path : List.of("/nosuchpath", "/webui", "/token/nosuch/thing", "/validate/nosuch", "/auth/")) {
            assertPage(send("GET", path), 404, "Not Found");
        }
    }

    @Test
    void aWrongMethodIsAPageThatNamesTheRightOnes() {
        HttpResponse<String> response = send("PUT", "/token/init");

        assertPage(response, 405, "Method Not Allowed");
        assertThat(response.headers().firstValue("Allow")).hasValue("DELETE, OPTIONS, POST");
        assertPage(send("GET", "/token/EDGE1"), 405, "Method Not Allowed");
        assertPage(send("GET", "/auth"), 405, "Method Not Allowed");
    }

    @Test
    void aMissingSlashIsARedirectToTheSamePlace() {
        HttpResponse<String> response = send("GET", "/token?serial=EDGE1&x=%20");

        assertPage(response, 308, "Redirecting[.]{3}");
        assertThat(response.headers().firstValue("Location")).hasValue("/token/?serial=EDGE1&x=%20");
    }

    @Test
    void headIsGetWithoutBody() {
        HttpResponse<String> get = send("GET", "/realm/superuser");
        HttpResponse<String> head = send("HEAD", "/realm/superuser");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Type"))
                .isEqualTo(get.headers().firstValue("Content-Type"));
        assertThat(send("HEAD", "/token/init").statusCode()).isEqualTo(405);
    }

    @Test
    void optionsNamesTheMethods() {
        HttpResponse<String> response = send("OPTIONS", "/validate/check");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS, POST");
        assertThat(response.body()).isEmpty();
    }

    @Test
    void everyAnswerIsWhatItSaysItIs() {
        for (HttpResponse<String> response : List.of(
                send("GET", "/realm/"),
                send("DELETE", "/token/NOWHERE"),
                send("GET", "/nosuch"),
                send("PUT", "/token/"),
                send("OPTIONS", "/token/"),
                send("GET", "/token"),
                send("GET", "/%c3%28"),
                send("GET", "/"),
                send("GET", "/openapi"))) {
            assertThat(response.headers().firstValue("X-Content-Type-Options"))
                    .as(response.uri().getPath())
                    .hasValue("nosniff");
        }
    }

    @Test
    void answersAreJsonAndNotKept() {
        for (HttpResponse<String> response : List.of(send("GET", "/realm/"), send("DELETE", "/token/NOWHERE"))) {
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
        HttpResponse<String> csv = send("GET", "/token/?serial=EDGE1&outform=csv");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=eduMFA-tokendata.csv");
        assertThat(csv.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(send("GET", "/audit/rows.csv").headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=rows.csv");
    }

    @Test
    void answersAreSignedAndWhateverTheyAnswerCanBeVerified() {
        admin.post("/token/description/EDGE3", "description", "größer \" \\ \u0007 \ud83d\ude00 </x>");

        assertSigned(admin.get("/token/", "serial", "EDGE3"));
        assertSigned(server.anonymous().check("serial", "EDGE1", "pin"));
        assertSigned(server.anonymous().check("serial", "NOWHERE", "pin"));
        assertSigned(server.anonymous().post("/auth", "username", "größer", "password", "x"));
        assertSigned(admin.get("/audit/", "page_size", "50"));
    }

    @Test
    void aNonceIsEchoedAndSigned() {
        Answer answer = server.anonymous().post("/validate/check", "serial", "EDGE1", "pass", "pin", "nonce", "abc");

        assertThat(answer.json()).containsEntry("nonce", "abc");
        assertSigned(answer);
        assertThat(server.anonymous()
                        .post("/validate/check", "serial", "EDGE1", "pass", "pin", "nonce", "")
                        .json())
                .doesNotContainKey("nonce");
        assertThat(server.anonymous()
                        .post("/validate/check", "serial", "NOWHERE", "pass", "pin", "nonce", "abc")
                        .json())
                .containsEntry("nonce", "abc");
    }

    /** Verifies as a client does, which has parsed the answer and knows the rules of the signed text. */
    private void assertSigned(Answer answer) {
        Map<String, Object> signed = exact.readValue(answer.body(), new TypeReference<TreeMap<String, Object>>() {});
        String text = (String) signed.remove("signature");
        byte[] signature = HexFormat.of().parseHex(text.replace("rsa_sha256_pss:", ""));
        try {
            PublicKey key = publicKey();
            Signature verifier = Signature.getInstance("RSASSA-PSS");
            int longestSalt = signature.length - 32 - 2;
            verifier.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, longestSalt, 1));
            verifier.initVerify(key);
            verifier.update(canonical(signed).getBytes(StandardCharsets.US_ASCII));
            assertThat(verifier.verify(signature)).as(answer.body()).isTrue();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) server.bean(ServerKeys.class).responseKey();
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    }

    private static String canonical(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new TreeMap<>(map)
                    .entrySet().stream()
                            .map(entry -> canonical(entry.getKey()) + ": " + canonical(entry.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(EdgeWireTest::canonical).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof String text) {
            return text.chars().mapToObj(EdgeWireTest::escaped).collect(Collectors.joining("", "\"", "\""));
        }
        return value instanceof BigDecimal number ? decimal(number) : String.valueOf(value);
    }

    /** As Python writes a float: what is less than a ten-thousandth with an exponent of two digits. */
    private static String decimal(BigDecimal number) {
        if (number.signum() == 0 || number.abs().compareTo(new BigDecimal("0.0001")) >= 0) {
            return number.toPlainString();
        }
        return Double.toString(number.doubleValue())
                .replaceFirst("\\.0E", "E")
                .replaceFirst("E-(\\d)$", "E-0$1")
                .replace('E', 'e');
    }

    private static String escaped(int unit) {
        return switch (unit) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> unit < 0x20 || unit > 0x7e ? "\\u%04x".formatted(unit) : Character.toString(unit);
        };
    }

    private Object description(String serial) {
        return admin.get("/token/", "serial", serial).rows("tokens").get(0).get("description");
    }

    @Test
    void theQueryWinsOverTheForm() {
        assertValue(
                send(
                        "POST",
                        "/token/description?serial=EDGE2&description=query",
                        FORM,
                        "serial=EDGE1&description=form"),
                "1");
        assertThat(description("EDGE2")).isEqualTo("query");

        assertValue(send("POST", "/token/description?serial=EDGE2", FORM, "description=first&description=second"), "1");
        assertThat(description("EDGE2")).isEqualTo("first");
    }

    @Test
    void jsonWinsOverTheQueryAndThePathOverAll() {
        String body = "{\"serial\": \"EDGE1\", \"description\": \"json\"}";

        assertValue(send("POST", "/token/description/EDGE2?serial=EDGE3&description=query", JSON, body), "1");
        assertThat(description("EDGE2")).isEqualTo("json");
        assertValue(send("POST", "/token/description/EDGE2?description=query", FORM, "description=form"), "1");
        assertThat(description("EDGE2")).isEqualTo("query");
    }

    @Test
    void aBodyThatLooksLikeJsonIsReadAsSuch() {
        assertValue(send("POST", "/token/description/EDGE2", "text/plain", "{\"description\": \"plain\"}"), "1");
        assertThat(description("EDGE2")).isEqualTo("plain");
        assertValue(send("POST", "/token/description/EDGE2?description=left", "text/plain", "no json"), "1");
        assertThat(description("EDGE2")).isEqualTo("left");
    }

    @Test
    void onGetAFormWinsOverTheQuery() {
        Answer answer = send("GET", "/token/?serial=EDGE2", FORM, "serial=EDGE1");

        assertThat(answer.rows("tokens")).extracting(row -> row.get("serial")).containsExactly("EDGE1");
    }

    @Test
    void valuesAreDecodedTwiceUnlessTheProgramIsKnown() {
        admin.post("/token/init", "type", "spass", "serial", "EDGE4", "pin", "a%2541");
        String accepted = "{'message': 'matching 1 tokens', 'serial': 'EDGE4', 'type': 'spass', 'otplen': 6}";
        String body = "serial=EDGE4&pass=";

        assertDecision(checkAs("anything/1.0", body + "a%252541"), true, accepted);
        assertDecision(checkAs("simpleSAMLphp/2.0", body + "a%2541"), true, accepted);
        assertDecision(checkAs("privacyidea-cp/3", body + "a%2541"), true, accepted);
        assertDecision(checkAs("anything/1.0", body + "a%2541"), false, "{'message': 'wrong otp pin'}");
    }

    private Answer checkAs(String agent, String form) {
        return Answer.of(send(request("/validate/check")
                .header("User-Agent", agent)
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString(form))));
    }

    @Test
    void theClientIsWhomATrustedProxySaysItIs() {
        admin.post("/system/setConfig", "OverrideAuthorizationClient", "127.0.0.1>10.0.0.0/8");
        try {
            send(request("/validate/check?serial=EDGE-PROXY1&pass=x").header("X-Forwarded-For", "10.1.2.3"));
            send(request("/validate/check?serial=EDGE-PROXY2&pass=x").header("X-Forwarded-For", "11.1.2.3"));
            send(request("/validate/check?serial=EDGE-PROXY3&pass=x&client=10.4.5.6"));
        } finally {
            admin.delete("/system/OverrideAuthorizationClient");
        }
        send(request("/validate/check?serial=EDGE-PROXY4&pass=x&client=10.4.5.6")
                .header("X-Forwarded-For", "10.1.2.3"));

        assertThat(admin.get("/audit/", "serial", "EDGE-PROXY*", "sortorder", "asc")
                        .rows("auditdata"))
                .extracting(row -> row.get("client"))
                .containsExactly("10.1.2.3", "127.0.0.1", "10.4.5.6", "127.0.0.1");
    }

    @Test
    void aLogInTokenMayComeInTheHeaderOfOtherClients() {
        HttpResponse<String> response = send(
                request("/realm/superuser").header("PI-Authorization", token).header("Authorization", "garbage"));

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void anUploadsFieldsAreParameters() {
        String multipart =
                """
                --x\r
                Content-Disposition: form-data; name="description"\r
                \r
                from a field\r
                --x--\r
                """;

        assertValue(send("POST", "/token/description/EDGE2", "multipart/form-data; boundary=x", multipart), "1");

        assertThat(description("EDGE2")).isEqualTo("from a field");
    }
}
