package org.symbolon.api.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.Upload;

/**
 * Takes a multipart/form-data body apart. The body is in memory already, and small by its limit; the container's own
 * parser would write to disk and cannot be told to refuse what the wire forbids.
 */
final class Multipart {

    private static final String HEADERS_END = "\r\n\r\n";

    private final byte[] body;
    private final String octets;
    private final String delimiter;

    Multipart(byte[] body, String contentType) {
        this.body = body;
        this.octets = new String(body, StandardCharsets.ISO_8859_1);
        this.delimiter = "--" + attribute(contentType, "boundary").orElseThrow(Multipart::malformed);
    }

    void addTo(ParameterMerge merge) {
        int start = octets.indexOf(delimiter);
        while (start >= 0) {
            int partStart = start + delimiter.length();
            if (octets.startsWith("--", partStart)) {
                return;
            }
            int partEnd = octets.indexOf("\r\n" + delimiter, partStart);
            if (partEnd < 0) {
                throw malformed();
            }
            addPart(partStart, partEnd, merge);
            start = partEnd + 2;
        }
        throw malformed();
    }

    private void addPart(int start, int end, ParameterMerge merge) {
        int headersEnd = octets.indexOf(HEADERS_END, start);
        if (headersEnd < 0 || headersEnd > end) {
            throw malformed();
        }
        String disposition = disposition(octets.substring(start, headersEnd));
        String name = utf8(attribute(disposition, "name").orElseThrow(Multipart::malformed));
        int contentStart = headersEnd + HEADERS_END.length();
        byte[] content = Arrays.copyOfRange(body, Math.min(contentStart, end), end);
        Optional<String> fileName = attribute(disposition, "filename");
        if (fileName.isPresent()) {
            merge.addUpload(name, new Upload(utf8(fileName.get()), content));
        } else {
            merge.addText(name, PercentText.strict(content));
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
