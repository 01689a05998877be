package org.symbolon.api.kernel.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.JsonText;
import org.symbolon.api.kernel.spool.StoredBytes;

/** The body of one request: read within its limit, and understood by its content type. */
final class RequestBody {

    private static final String MULTIPART = "multipart/form-data";
    private static final int MOST = 1 << 20;
    private static final int MOST_MULTIPART = 4 << 20;

    private final String contentType;
    private final String mediaType;
    private final byte[] bytes;
    private final StoredBytes stored;

    private RequestBody(String contentType, String mediaType, byte[] bytes) {
        this(contentType, mediaType, bytes, StoredBytes.of(bytes));
    }

    private RequestBody(String contentType, String mediaType, byte[] bytes, StoredBytes stored) {
        this.contentType = contentType;
        this.mediaType = mediaType;
        this.bytes = bytes;
        this.stored = stored;
    }

    /** One that was let in though it is large: files may be, and nothing else. */
    static RequestBody of(String contentType, StoredBytes stored) {
        String mediaType = mediaType(contentType);
        if (mediaType.equals(MULTIPART)) {
            return new RequestBody(contentType, mediaType, new byte[0], stored);
        }
        if (stored.length() > MOST) {
            throw tooLarge();
        }
        return new RequestBody(contentType, mediaType, stored.all());
    }

    /** Reads no more than the limit allows, whatever length is announced. */
    static RequestBody read(String contentType, long announcedLength, InputStream input) {
        String mediaType = mediaType(contentType);
        int most = mediaType.equals(MULTIPART) ? MOST_MULTIPART : MOST;
        if (announcedLength == 0) {
            return new RequestBody(contentType, mediaType, new byte[0]);
        }
        if (announcedLength > most) {
            throw tooLarge();
        }
        byte[] bytes = bytes(input, most + 1);
        if (bytes.length > most) {
            throw tooLarge();
        }
        return new RequestBody(contentType, mediaType, bytes);
    }

    /** A body that breaks off or is chunked wrongly is no fault of the server. */
    private static byte[] bytes(InputStream input, int most) {
        try {
            return input.readNBytes(most);
        } catch (IOException broken) {
            throw ApiException.parameter("The request body could not be read.");
        }
    }

    private static String mediaType(String contentType) {
        int semicolon = contentType.indexOf(';');
        String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    static ApiException tooLarge() {
        return ApiException.parameter("The request body is too large.");
    }

    boolean isForm() {
        return mediaType.equals("application/x-www-form-urlencoded");
    }

    boolean isMultipart() {
        return mediaType.equals(MULTIPART);
    }

    private boolean isJson() {
        return mediaType.equals("application/json")
                || (mediaType.startsWith("application/") && mediaType.endsWith("+json"));
    }

    /**
     * The object in a JSON body. Under a JSON content type anything else is refused; under any other it is merely no
     * parameter. An empty body is fine everywhere, for some clients announce JSON on every request.
     */
    Optional<Map<?, ?>> json() {
        if (bytes.length == 0) {
            return Optional.empty();
        }
        if (!isJson()) {
            return looksLikeObject() ? guessedJson() : Optional.empty();
        }
        if (JsonText.parse(PercentText.strict(bytes)).orElse(null) instanceof Map<?, ?> object) {
            return Optional.of(object);
        }
        throw ApiException.parameter("The request body must be a JSON object.");
    }

    private boolean looksLikeObject() {
        for (byte octet : bytes) {
            if (octet > ' ') {
                return octet == '{';
            }
        }
        return false;
    }

    private Optional<Map<?, ?>> guessedJson() {
        return JsonText.parse(PercentText.strict(bytes))
                .map(value -> value instanceof Map<?, ?> object ? object : null);
    }

    void addFieldsTo(ParameterMerge merge) {
        if (isMultipart()) {
            new Multipart(stored, contentType).addTo(merge);
        } else {
            merge.form(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    boolean isEmpty() {
        return stored.length() == 0;
    }
}
