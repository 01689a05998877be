package org.symbolon.endtoend.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** The page that people log in on, as a browser gets it. */
@WireTest
class LoginPageWireTest {

    private static final String SCOPE = "webui";
    private static final String REALM = "login-page";
    private static final Pattern LINKED = Pattern.compile("(?:href|src)=\"(webui/[^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private InProcessServer server;
    private Tenant tenant;
    private PoliciesInUse policies;

    @BeforeAll
    void prepare(InProcessServer shared, Path folder) {
        server = shared;
        tenant = Tenant.create(server, REALM, folder, 2);
        tenant.admin().post("/realm/" + REALM + "-2", "resolvers", REALM);
        policies = new PoliciesInUse(tenant.admin(), "loginpage");
    }

    @AfterEach
    void endPolicies() {
        policies.end();
    }

    private HttpResponse<String> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String page(String... headers) {
        HttpResponse<String> answer = send("GET", "/", headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void itIsAWholePageThatNeedsNothingFromElsewhere() {
        HttpResponse<String> answer = send("GET", "/");

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(answer.body())
                .startsWith("<!doctype html>\n<html lang=\"en\">")
                .contains("<title>Log in", "<form id=\"credentials\" method=\"post\">", "href=\"openapi/\"")
                .doesNotContain(
                        "<!--",
                        "//",
                        "<style",
                        "style=\"",
                        "onclick",
                        "realm",
                        "login-text",
                        "<nav aria-label=\"Menu\"");
        List<String> files = LINKED.matcher(answer.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(files).contains("webui/page.css", "webui/page.js", "webui/icon.svg");
        assertThat(files).allSatisfy(file -> assertThat(send("GET", "/" + file).statusCode())
                .as(file)
                .isEqualTo(200));
    }

    @Test
    void theScriptsLoadNothingButEachOther() {
        assertThat(List.of("page.js", "api.js", "dom.js", "tokens.js", "enrolment.js", "idle.js", "key.js"))
                .allSatisfy(name -> {
                    HttpResponse<String> script = send("GET", "/webui/" + name);
                    assertThat(script.headers().firstValue("Content-Type")).contains("text/javascript;charset=utf-8");
                    assertThat(script.body()).doesNotContain("innerHTML", "localStorage", "document.cookie", "eval(");
                });
        assertThat(send("GET", "/webui/page.css").body()).doesNotContain("url(", "@import");
    }

    @Test
    void theBrowserIsToldToLetNothingElseIn() {
        HttpResponse<String> answer = send("GET", "/");

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                        + " require-trusted-types-for 'script'; trusted-types 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void whatABrowserHasAlreadyItNeedNotGetAgain() {
        for (String path : List.of("/webui/page.js", "/webui/page.css", "/openapi.json")) {
            HttpResponse<String> first = send("GET", path);
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(tag).matches("\"[0-9a-f]{64}\"");
            assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");

            for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
                HttpResponse<String> again = send("GET", path, "If-None-Match", known);
                assertThat(again.statusCode()).as(known).isEqualTo(304);
                assertThat(again.body()).isEmpty();
                assertThat(again.headers().firstValue("ETag")).contains(tag);
                assertThat(again.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            }
            assertThat(send("HEAD", path, "If-None-Match", tag).statusCode()).isEqualTo(304);
            assertThat(send("GET", path, "If-None-Match", "\"other\"").statusCode())
                    .isEqualTo(200);
        }
        assertThat(send("GET", "/", "If-None-Match", "*").statusCode()).isEqualTo(200);
    }

    @Test
    void everythingBesideIsRefusedAsElsewhere() {
        assertThat(send("HEAD", "/").statusCode()).isEqualTo(200);
        assertThat(send("HEAD", "/").body()).isEmpty();
        assertThat(send("POST", "/").statusCode()).isEqualTo(405);
        assertThat(send("OPTIONS", "/").headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        for (String path : List.of("/webui", "/webui/", "/webui/page.html", "/webui/..%2fpage.css", "/nosuch")) {
            assertThat(send("GET", path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(tenant.anyone().get("/token/").status()).isEqualTo(401);
    }

    @Test
    void lookingAtItLeavesNoRowInTheAudit() {
        page();

        assertThat(tenant.admin().get("/audit/", "action", "GET /").rows("auditdata"))
                .isEmpty();
        assertThat(tenant.admin().get("/audit/", "action", "GET /audit/").rows("auditdata"))
                .isNotEmpty();
    }

    @Test
    @ShowsEffect("webui/realm_dropdown")
    void realmsAreOfferedAsPoliciesSay() {
        assertThat(page()).doesNotContain("<select");
        policies.use(SCOPE, "realm_dropdown=login-page-2 nosuch", "priority", "2");
        assertThat(page())
                .contains("<label for=\"realm\">Realm</label><select id=\"realm\" name=\"realm\">"
                        + "<option>login-page-2</option></select>");
        policies.use(SCOPE, "realm_dropdown=LOGIN-PAGE");
        assertThat(page()).contains("<option>login-page</option><option>login-page-2</option></select>");
    }

    @Test
    void aBareDropdownOffersAllRealmsTheDefaultRealmFirst() {
        policies.use(SCOPE, "realm_dropdown");
        policies.use(SCOPE, "realm_dropdown=login-page-2");

        assertThat(page()).contains("<option>login-page</option>", "<option>login-page-2</option>");
        Set<String> former = tenant.admin().get("/defaultrealm").valueMap().keySet();
        tenant.admin().post("/defaultrealm/" + REALM + "-2");
        try {
            assertThat(page()).contains("name=\"realm\"><option>login-page-2</option>");
        } finally {
            tenant.admin().delete("/defaultrealm");
            former.forEach(name -> tenant.admin().post("/defaultrealm/" + name));
        }
    }

    @Test
    @ShowsEffect({
        "webui/login_text",
        "webui/custom_menu",
        "webui/custom_baseline",
        "webui/privacy_statement_link",
        "webui/show_node"
    })
    void textsAndLinksAreShown() {
        policies.use(SCOPE, "login_text=Welcome to the example, privacy_statement_link=https://privacy.example/p");
        policies.use(SCOPE, "custom_menu=Help desk https://help.example/ Call 123, show_node");
        policies.use(SCOPE, "custom_baseline=Example Ltd https://example.example/");
        String link = "\" target=\"_blank\" rel=\"noopener noreferrer\">";

        assertThat(page())
                .contains(
                        "<p id=\"login-text\">Welcome to the example</p>",
                        "<nav aria-label=\"Menu\"><ul><li><a href=\"https://help.example/" + link
                                + "Help desk</a></li><li>Call 123</li></ul></nav>",
                        "<p id=\"baseline\">Example Ltd <a href=\"https://example.example/" + link
                                + "https://example.example/</a></p>",
                        "<li><a href=\"https://privacy.example/p" + link + "Privacy statement</a></li>",
                        "<li id=\"node\">Node tested</li>");
    }

    @Test
    void policiesCannotBringHtmlOrScriptsIn() {
        policies.use(SCOPE, "login_text=</p><script>alert(1)</script> javascript:alert(1)");
        policies.use(SCOPE, "custom_menu=<img src=x onerror=alert(1)> https://help.example/\"onclick=\"x");
        policies.use(SCOPE, "custom_baseline=<!--realms--> $1 \\1, privacy_statement_link=javascript:alert(1)");

        assertThat(page())
                .contains(
                        "<p id=\"login-text\">&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; javascript:alert(1)</p>",
                        "<li>&lt;img src=x onerror=alert(1)&gt; https://help.example/&quot;onclick=&quot;x</li>",
                        "<p id=\"baseline\">&lt;!--realms--&gt; $1 \\1</p>")
                .doesNotContain("Privacy statement", "<script>", "<img src=x");
    }

    @Test
    void policiesHoldForTheirClientsTheirTimeAndTheirHeadersOnly() {
        policies.use(SCOPE, "login_text=Here", "client", "127.0.0.0/8");
        policies.use(SCOPE, "custom_baseline=Elsewhere", "client", "10.0.0.0/8");
        policies.use(SCOPE, "privacy_statement_link=https://never.example/", "time", "Mon-Sun:25:00-26:00");
        policies.use(
                SCOPE,
                "custom_menu=Known",
                "conditions",
                "[[\"HTTP Request header\", \"X-Site\", \"equals\", \"north\", true]]");
        policies.use(SCOPE, "realm_dropdown", "active", "False");
        policies.use(SCOPE, "show_node", "edumfanode", "another");

        assertThat(page("X-Site", "north"))
                .contains("Here", "<li>Known</li>")
                .doesNotContain("Elsewhere", "never.example", "<select", "Node tested");
        assertThat(page("X-Site", "south")).contains("Here").doesNotContain("Known");
    }

    @Test
    void whatCannotBeDecidedIsLeftOutAndKeepsNobodyOut() {
        policies.use(SCOPE, "login_text=One");
        policies.use(SCOPE, "login_text=Two");
        policies.use(SCOPE, "custom_baseline, custom_menu=Shown");
        policies.use(SCOPE, "show_node", "conditions", "[[\"userinfo\", \"mail\", \"equals\", \"x\", true]]");

        assertThat(page()).contains("<li>Shown</li>").doesNotContain("login-text", "baseline", "Node tested");
    }

    @Test
    void realmsAndUsersOfPoliciesDoNotMatterBeforeAnybodyIsKnown() {
        policies.use(SCOPE, "login_text=For all", "realm", "elsewhere", "user", "somebody");

        assertThat(page()).contains("For all");
    }
}
