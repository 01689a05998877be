package org.symbolon.api.kernel.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.wire.EnvelopeWriter;
import org.symbolon.api.kernel.wire.HtmlPage;

/**
 * An answer ready to go: everything that can fail but the network is behind it. A length of -1 is not known yet. Each says that
 * nobody may keep it, for it may hold a log-in token or a seed, and that it is what it says it is; one that may be kept says so
 * itself.
 *
 * @param putOff that it comes later, null where it is there
 */
record Answer(
        int status, String contentType, Map<String, String> headers, int length, Reply.Writer body, PutOff putOff) {

    private static final String JSON = "application/json";

    static Answer of(Reply reply, String nonce, EnvelopeWriter writer) {
        if (reply.body() instanceof Reply.Content content) {
            return new Answer(reply.status(), content.contentType(), reply.headers(), -1, content.writer(), null);
        }
        byte[] json = reply.body() instanceof Reply.Whole whole
                ? writer.write(whole, nonce)
                : writer.write(reply.envelope(), nonce);
        return of(reply.status(), JSON, reply.headers(), json);
    }

    static Answer of(ApiException refusal, String nonce, EnvelopeWriter writer) {
        if (refusal.isPage()) {
            return of(HtmlPage.of(refusal.status()), Map.of());
        }
        return of(refusal.status(), JSON, Map.of(), writer.write(refusal, nonce));
    }

    static Answer of(HtmlPage page, Map<String, String> headers) {
        return of(page.status(), HtmlPage.CONTENT_TYPE, headers, page.bytes());
    }

    static Answer of(int status, String contentType, Map<String, String> headers, byte[] body) {
        return new Answer(status, contentType, headers, body.length, output -> output.write(body), null);
    }

    /** None yet. */
    static Answer putOff(PutOff until) {
        return new Answer(202, null, Map.of(), -1, output -> {}, until);
    }

    /** For whoever has it already (RFC 9110, 15.4.5). */
    static Answer unchanged(Map<String, String> headers) {
        return new Answer(304, null, headers, -1, output -> {}, null);
    }

    /** A HEAD request gets everything but the body. */
    void send(HttpServletResponse response, boolean withBody) throws IOException {
        response.setStatus(status);
        response.setContentType(contentType);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        headers.forEach(response::setHeader);
        if (length >= 0) {
            response.setContentLength(length);
        }
        if (withBody) {
            body.writeTo(response.getOutputStream());
        }
    }
}
