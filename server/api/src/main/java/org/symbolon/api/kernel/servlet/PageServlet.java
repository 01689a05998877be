package org.symbolon.api.kernel.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.symbolon.api.kernel.wire.HtmlPage;

/**
 * Serves what people read in a browser, beside the API: nobody has to log in for it, no row of the audit is written, and
 * nothing of it comes from elsewhere, which the browser is told.
 */
public abstract class PageServlet extends HttpServlet {

    private static final String TAG = "ETag";

    private final Map<String, String> headers;

    /** The headers come with every answer, beside those that hold for any page. */
    protected PageServlet(Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(Map.of("Cache-Control", "no-cache", "Referrer-Policy", "no-referrer"));
        all.putAll(headers);
        this.headers = Map.copyOf(all);
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
                return of(type, new String(resource.readAllBytes(), StandardCharsets.UTF_8))
                        .lasting();
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

        /** The same, named by its digest, so that whoever has it need not get it again (RFC 9110, 8.8.3 and 13.1.2). */
        public Content lasting() {
            return with(TAG, '"' + digest(text) + '"');
        }

        public Content with(String header, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(header, value);
            return new Content(status, type, text, Map.copyOf(more));
        }

        private static Content page(int status) {
            return new Content(
                    status, HtmlPage.CONTENT_TYPE, HtmlPage.of(status).html(), Map.of());
        }

        private static String digest(String text) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        /** Whether the request says that it is there already. */
        private boolean isKnownTo(HttpServletRequest request) {
            return headers.containsKey(TAG)
                    && Collections.list(request.getHeaders("If-None-Match")).stream()
                            .flatMap(line -> Stream.of(line.split(",", -1)))
                            .map(tag -> tag.strip().replaceFirst("^W/", ""))
                            .anyMatch(tag -> tag.equals("*") || tag.equals(headers.get(TAG)));
        }
    }

    /** What is at the request's path, null if there is nothing. */
    protected abstract Content at(HttpServletRequest request);

    /** Everything but reading is refused in the way of the other paths. */
    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String method = request.getMethod();
        if (method.equals("GET") || method.equals("HEAD")) {
            Content content = at(request);
            send(request, response, content == null ? Content.page(404) : content);
            return;
        }
        Content refusal = method.equals("OPTIONS") ? Content.html("") : Content.page(405);
        send(request, response, refusal.with("Allow", "GET, HEAD, OPTIONS"));
    }

    private void send(HttpServletRequest request, HttpServletResponse response, Content content) throws IOException {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(content.headers());
        if (content.isKnownTo(request)) {
            Answer.unchanged(all).send(response, false);
            return;
        }
        byte[] bytes = content.text().getBytes(StandardCharsets.UTF_8);
        Answer.of(content.status(), content.type(), all, bytes)
                .send(response, !request.getMethod().equals("HEAD"));
    }
}
