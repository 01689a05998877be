package org.symbolon.server.http.openapi;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.wire.HtmlPage;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves the description of the API: the document for programs and the page for people. Nothing of it depends on who asks, so
 * nobody has to log in and no row of the audit is written; nothing of it comes from elsewhere, and the browser is told so.
 */
final class OpenApiServlet extends HttpServlet {

    static final String DOCUMENT = "/openapi.json";
    static final String FOLDER = "/openapi";

    private static final String STYLE = "/page.css";
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';" + " frame-ancestors 'none'";

    private final transient Supplier<List<Route>> routes;
    private final transient String version;
    private transient volatile Map<String, Content> contents;

    OpenApiServlet(Supplier<List<Route>> routes, String version) {
        this.routes = routes;
        this.version = version;
    }

    private record Content(String type, String text) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().equals(FOLDER)) {
            response.setHeader("Location", FOLDER + "/");
            send(
                    response,
                    308,
                    new Content(HtmlPage.CONTENT_TYPE, HtmlPage.of(308).html()));
            return;
        }
        Content content = contents().get(request.getRequestURI());
        if (content == null) {
            send(
                    response,
                    404,
                    new Content(HtmlPage.CONTENT_TYPE, HtmlPage.of(404).html()));
            return;
        }
        send(response, 200, content);
    }

    private static void send(HttpServletResponse response, int status, Content content) throws IOException {
        response.setStatus(status);
        response.setContentType(content.type());
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        byte[] bytes = content.text().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Made once, when somebody asks first. */
    private Map<String, Content> contents() {
        if (contents == null) {
            List<Route> all = routes.get();
            String document = JsonMapper.shared().writeValueAsString(new OpenApiDocument(all, version).json());
            String page = new DescriptionPage(all, version).html();
            contents = Map.of(
                    DOCUMENT,
                    new Content("application/json", document),
                    FOLDER + "/",
                    new Content(HtmlPage.CONTENT_TYPE, page),
                    FOLDER + STYLE,
                    new Content("text/css; charset=utf-8", style()));
        }
        return contents;
    }

    private static String style() {
        try (InputStream style = OpenApiServlet.class.getResourceAsStream(FOLDER + STYLE)) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Everything but reading is refused in the way of the other paths. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            super.service(request, response);
            return;
        }
        response.setHeader("Allow", "GET, HEAD, OPTIONS");
        boolean asks = request.getMethod().equals("OPTIONS");
        String body = asks ? "" : HtmlPage.of(405).html();
        send(response, asks ? 200 : 405, new Content(HtmlPage.CONTENT_TYPE, body));
    }
}
