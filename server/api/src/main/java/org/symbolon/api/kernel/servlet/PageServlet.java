package org.symbolon.api.kernel.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.symbolon.api.kernel.wire.HtmlPage;

/**
 * Serves what people read in a browser, beside the API: nobody has to log in for it, no row of the audit is written, and
 * nothing of it comes from elsewhere, which the browser is told.
 */
public abstract class PageServlet extends HttpServlet {

    private final Map<String, String> headers;

    /** The headers come with every answer, beside those that hold for any page. */
    protected PageServlet(Map<String, String> headers) {
        this.headers = Map.copyOf(headers);
    }

    /** What is answered: a text of a type, with headers of its own. */
    protected record Content(int status, String type, String text, Map<String, String> headers) {

        public static Content of(String type, String text) {
            return new Content(200, type, text, Map.of());
        }

        public static Content html(String text) {
            return of(HtmlPage.CONTENT_TYPE, text);
        }

        /** A file of the server's jar. */
        public static Content resource(String type, String name) {
            try (InputStream resource = PageServlet.class.getResourceAsStream(name)) {
                return of(type, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        public static Content redirect(String location) {
            return new Content(308, HtmlPage.CONTENT_TYPE, HtmlPage.of(308).html(), Map.of("Location", location));
        }

        public Content withStatus(int other) {
            return new Content(other, type, text, headers);
        }

        public Content with(String header, String value) {
            return new Content(status, type, text, Map.of(header, value));
        }

        private static Content page(int status) {
            return new Content(
                    status, HtmlPage.CONTENT_TYPE, HtmlPage.of(status).html(), Map.of());
        }
    }

    /** What is at the request's path, null if there is nothing. */
    protected abstract Content at(HttpServletRequest request);

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Content content = at(request);
        send(response, content == null ? Content.page(404) : content);
    }

    /** Everything but reading is refused in the way of the other paths. */
    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            super.service(request, response);
            return;
        }
        response.setHeader("Allow", "GET, HEAD, OPTIONS");
        send(response, request.getMethod().equals("OPTIONS") ? Content.html("") : Content.page(405));
    }

    private void send(HttpServletResponse response, Content content) throws IOException {
        response.setStatus(content.status());
        response.setContentType(content.type());
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        headers.forEach(response::setHeader);
        content.headers().forEach(response::setHeader);
        byte[] bytes = content.text().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
