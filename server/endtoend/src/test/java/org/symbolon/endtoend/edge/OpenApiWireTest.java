package org.symbolon.endtoend.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Route;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API, as programs and browsers get it. */
@WireTest
class OpenApiWireTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private final HttpClient client = HttpClient.newHttpClient();
    private InProcessServer server;
    private JsonNode document;

    @BeforeAll
    void read(InProcessServer shared) throws IOException, InterruptedException {
        server = shared;
        document = JsonMapper.shared().readTree(get("/openapi.json").body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path);
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private List<Route> routes() {
        return server.beans(Endpoint.class).stream()
                .flatMap(endpoint -> endpoint.routes().stream())
                .toList();
    }

    private record Found(String method, String path, JsonNode operation) {

        private String form() {
            return method.toUpperCase(Locale.ROOT) + " "
                    + VARIABLE.matcher(path).replaceAll("<>");
        }
    }

    private List<Found> operations() {
        List<Found> operations = new ArrayList<>();
        document.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.add(new Found(method.getKey(), path.getKey(), method.getValue()))));
        return operations;
    }

    @Test
    void itIsOpenApiAndNeedsNoLogIn() throws IOException, InterruptedException {
        assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.get("info").get("version").asString()).isNotBlank();
        assertThat(get("/openapi.json").headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void everyRouteIsAnOperation() {
        Set<String> described = operations().stream().map(Found::form).collect(Collectors.toCollection(TreeSet::new));
        Set<String> forms = routes().stream()
                .map(route -> route.action().replaceAll("<\\w+>", "<>"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(forms);
        assertThat(operations()).hasSameSizeAs(routes()).allMatch(found -> METHODS.contains(found.method()));
    }

    @Test
    void everyOperationHasANameOfItsOwnASentenceAndAnswers() {
        assertThat(operations().stream()
                        .map(found -> found.operation().get("operationId").asString()))
                .doesNotHaveDuplicates();
        assertThat(operations()).allSatisfy(found -> {
            assertThat(found.operation().get("summary").asString()).endsWith(".");
            assertThat(found.operation().get("responses").propertyNames())
                    .contains("400", "500")
                    .hasSizeGreaterThan(2);
        });
    }

    @Test
    void theVariablesOfAPathAreItsPathParameters() {
        assertThat(operations()).allSatisfy(found -> {
            List<String> variables = VARIABLE.matcher(found.path())
                    .results()
                    .map((MatchResult result) -> result.group(1))
                    .toList();
            List<String> described = new ArrayList<>();
            for (JsonNode parameter : found.operation().get("parameters")) {
                assertThat(parameter.get("description").asString()).isNotBlank();
                if (parameter.get("in").asString().equals("path")) {
                    assertThat(parameter.get("required").asBoolean()).isTrue();
                    described.add(parameter.get("name").asString());
                }
            }
            assertThat(described).containsExactlyInAnyOrderElementsOf(variables);
        });
    }

    @Test
    void noPathIsThereTwiceUnderOtherNames() {
        List<String> forms = new ArrayList<>();
        document.get("paths")
                .propertyNames()
                .forEach(path -> forms.add(VARIABLE.matcher(path).replaceAll("{}")));

        assertThat(forms).doesNotHaveDuplicates();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        collect(document, references);

        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.get("$ref").asString());
        }
        node.forEach(child -> collect(child, references));
    }

    @Test
    void parametersSayHowTheyAreSent() {
        JsonNode list = document.at("/paths/~1token~1/get/parameters");
        JsonNode save = document.at("/paths/~1smtpserver~1{identifier}/post/requestBody/content");
        JsonNode file = document.at("/paths/~1policy~1import~1{filename}/post/requestBody/content");

        assertThat(list.toString())
                .contains("{\"name\":\"pagesize\",\"in\":\"query\",\"required\":false,"
                        + "\"description\":\"How many a page has; 0 for as many as usual.\",\"schema\":{\"type\":\"integer\","
                        + "\"description\":\"How many a page has; 0 for as many as usual.\",\"default\":15}}");
        assertThat(save.at("/application~1json/schema/required").toString()).isEqualTo("[\"server\"]");
        assertThat(save.at("/application~1x-www-form-urlencoded/schema/properties/password/format")
                        .asString())
                .isEqualTo("password");
        assertThat(file.propertyNames()).containsExactly("multipart/form-data");
    }

    @Test
    void answersAndErrorsAreDescribed() {
        JsonNode delete = document.at("/paths/~1serviceid~1{name}/delete");

        assertThat(delete.at(
                                "/responses/200/content/application~1json/schema/allOf/1/properties/result/properties/value/type")
                        .asString())
                .isEqualTo("integer");
        assertThat(delete.at("/responses/404/description").asString()).contains("601: It does not exist.");
        assertThat(delete.at("/security/0/login").isArray()).isTrue();
        assertThat(document.at("/paths/~1auth/post/security").isEmpty()).isTrue();
        assertThat(document.at("/paths/~1validate~1radiuscheck/post/responses").propertyNames())
                .contains("204");
    }

    @Test
    void thePageShowsEveryRouteAndTakesNothingFromElsewhere() throws IOException, InterruptedException {
        HttpResponse<String> page = get("/openapi/");
        String html = page.body();

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'");
        assertThat(routes())
                .allMatch(route -> html.contains(
                        "<code>" + route.template().replace("<", "&lt;").replace(">", "&gt;") + "</code>"));
        assertThat(html).doesNotContain("<script", "style=\"", "//", "<img");
        assertThat(get("/openapi/page.css").headers().firstValue("Content-Type"))
                .contains("text/css;charset=utf-8");
        assertThat(get("/openapi/page.css").body()).doesNotContain("url(", "@import");
    }

    @Test
    void everythingBesideIsRefusedAsElsewhere() throws IOException, InterruptedException {
        assertThat(get("/openapi").headers().firstValue("Location")).contains("/openapi/");
        assertThat(get("/openapi").statusCode()).isEqualTo(308);
        for (Map.Entry<String, Integer> path : Map.of(
                        "/openapi/nosuch", 404, "/openapi/..%2fopenapi.json", 404, "/openapi.json/", 404)
                .entrySet()) {
            assertThat(get(path.getKey()).statusCode()).as(path.getKey()).isEqualTo(path.getValue());
        }
        assertThat(send("POST", "/openapi.json").statusCode()).isEqualTo(405);
        assertThat(send("HEAD", "/openapi.json").body()).isEmpty();
    }
}
