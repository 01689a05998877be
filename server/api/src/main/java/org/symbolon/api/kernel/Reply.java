package org.symbolon.api.kernel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a handler answers: a value in the wire format's envelope, or a body of its own (CSV, nothing). Immutable; the
 * methods that change something answer a changed copy, so that filters can pass replies on.
 */
public final class Reply {

    /** Either form of an answer. */
    public sealed interface Body {}

    /** The envelope's payload. Maps, lists, texts, numbers, booleans and nulls only; detail is left out when empty. */
    public record Envelope(
            int id, Object value, Map<String, ?> detail, Optional<String> authentication, Map<String, ?> more)
            implements Body {}

    /** JSON that is no envelope of ours, but is told apart and signed as if it were. */
    public record Whole(Map<String, ?> json) implements Body {

        /** Shows nothing of it: answers hold seeds and PINs. */
        @Override
        public String toString() {
            return "Whole" + json.keySet();
        }
    }

    /** A body that is not JSON. */
    public record Content(String contentType, Writer writer) implements Body {}

    /** Nothing yet. */
    public record Postponed(Postponement until) implements Body {}

    /** Writes a body as it goes, so that a long one need not be in memory at once. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(OutputStream output) throws IOException;
    }

    private final int status;
    private final Map<String, String> headers;
    private final Body body;

    private Reply(int status, Map<String, String> headers, Body body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** The usual answer: HTTP 200, id 1, no detail. */
    public static Reply value(Object value) {
        return new Reply(200, Map.of(), new Envelope(1, value, Map.of(), Optional.empty(), Map.of()));
    }

    /** The same reply with this JSON in the place of its body. */
    public Reply whole(Map<String, ?> json) {
        return new Reply(status, headers, new Whole(json));
    }

    /** A text, for which the content type should name the character set utf-8. */
    public static Reply text(String contentType, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return content(contentType, output -> output.write(bytes));
    }

    public static Reply content(String contentType, Writer writer) {
        return new Reply(200, Map.of(), new Content(contentType, writer));
    }

    /** No body, only a status and the content type that an empty body has on the wire. */
    public static Reply empty(int status) {
        return content("text/plain; charset=utf-8", output -> {}).status(status);
    }

    /** None yet: the request is handled again later. */
    public static Reply postponed(Postponement until) {
        return new Reply(202, Map.of(), new Postponed(until));
    }

    /** Until when there is none; empty where this is one. */
    public Optional<Postponement> postponement() {
        return body instanceof Postponed postponed ? Optional.of(postponed.until) : Optional.empty();
    }

    public Reply status(int changed) {
        return new Reply(changed, headers, body);
    }

    public Reply header(String name, String text) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, text);
        return new Reply(status, more, body);
    }

    public Reply withValue(Object changed) {
        Envelope old = envelope();
        return with(new Envelope(old.id, changed, old.detail, old.authentication, old.more));
    }

    public Reply detail(Map<String, ?> changed) {
        Envelope old = envelope();
        return with(new Envelope(old.id, old.value, changed, old.authentication, old.more));
    }

    public Reply id(int changed) {
        Envelope old = envelope();
        return with(new Envelope(changed, old.value, old.detail, old.authentication, old.more));
    }

    /** Sets {@code result.authentication}, and the id 2 that goes with it. */
    public Reply authentication(String text) {
        Envelope old = envelope();
        return with(new Envelope(2, old.value, old.detail, Optional.of(text), old.more));
    }

    /** Adds a key beside {@code result} and {@code detail}, such as auth_items. */
    public Reply beside(String key, Object content) {
        Envelope old = envelope();
        Map<String, Object> more = new LinkedHashMap<>(old.more);
        more.put(key, content);
        return with(new Envelope(old.id, old.value, old.detail, old.authentication, more));
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Body body() {
        return body;
    }

    /** The envelope's payload; only for replies that have one. */
    public Envelope envelope() {
        if (body instanceof Envelope envelope) {
            return envelope;
        }
        throw new IllegalStateException("This reply has no envelope");
    }

    private Reply with(Envelope changed) {
        return new Reply(status, headers, changed);
    }
}
