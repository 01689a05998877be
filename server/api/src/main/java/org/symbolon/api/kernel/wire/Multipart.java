package org.symbolon.api.kernel.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.Upload;
import org.symbolon.api.kernel.spool.StoredBytes;

/**
 * Takes a multipart/form-data body apart, wherever it lies: a file stays there, and texts are read. The container's own
 * parser would write to disk and cannot be told to refuse what the wire forbids.
 */
final class Multipart {

    private static final String HEADERS_END = "\r\n\r\n";
    private static final String LAST = "--";
    private static final int MOST_HEADERS = 16 << 10;
    private static final int MOST_TEXT = 4 << 20;

    private final StoredBytes body;
    private final ByteSearch delimiter;
    private final ByteSearch partEnd;
    private final ByteSearch headersEnd = new ByteSearch(HEADERS_END);

    Multipart(StoredBytes body, String contentType) {
        this.body = body;
        String line = "--" + attribute(contentType, "boundary").orElseThrow(Multipart::malformed);
        this.delimiter = new ByteSearch(line);
        this.partEnd = new ByteSearch("\r\n" + line);
    }

    void addTo(ParameterMerge merge) {
        long start = delimiter.indexIn(body, 0, body.length());
        while (start >= 0) {
            long partStart = start + delimiter.length();
            if (octets(partStart, Math.min(body.length(), partStart + LAST.length()))
                    .equals(LAST)) {
                return;
            }
            long end = partEnd.indexIn(body, partStart, body.length());
            if (end < 0) {
                throw malformed();
            }
            addPart(partStart, end, merge);
            start = end + 2;
        }
        throw malformed();
    }

    private void addPart(long start, long end, ParameterMerge merge) {
        long headersStop = headersEnd.indexIn(body, start, Math.min(end + HEADERS_END.length(), start + MOST_HEADERS));
        if (headersStop < 0) {
            throw malformed();
        }
        String disposition = disposition(octets(start, headersStop));
        String name = utf8(attribute(disposition, "name").orElseThrow(Multipart::malformed));
        long contentStart = Math.min(headersStop + HEADERS_END.length(), end);
        StoredBytes content = body.part(contentStart, end - contentStart);
        Optional<String> fileName = attribute(disposition, "filename");
        if (fileName.isPresent()) {
            merge.addUpload(name, new Upload(utf8(fileName.get()), content));
            return;
        }
        if (content.length() > MOST_TEXT) {
            throw RequestBody.tooLarge();
        }
        merge.addText(name, PercentText.strict(content.all()));
    }

    /** The bytes between two places, as one character each. */
    private String octets(long start, long end) {
        try (InputStream input = body.from(start)) {
            return new String(input.readNBytes((int) Math.max(0, end - start)), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String disposition(String headers) {
        return headers.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
                .findFirst()
                .orElseThrow(Multipart::malformed);
    }

    /** The value of an attribute such as {@code ; name="x"}, quoted or not. */
    private static Optional<String> attribute(String header, String name) {
        for (String piece : header.split(";", -1)) {
            String attribute = piece.strip();
            int equals = attribute.indexOf('=');
            if (equals > 0 && attribute.substring(0, equals).equalsIgnoreCase(name)) {
                return Optional.of(unquoted(attribute.substring(equals + 1)));
            }
        }
        return Optional.empty();
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static String utf8(String octets) {
        return PercentText.strict(octets.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ApiException malformed() {
        return ApiException.parameter("The multipart body is malformed.");
    }
}
