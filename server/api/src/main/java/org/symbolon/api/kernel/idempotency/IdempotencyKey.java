package org.symbolon.api.kernel.idempotency;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.RequestHeaders;

/**
 * The header by which a client says that a request is to be done once, however often it is sent (draft-ietf-httpapi-idempotency-key-header).
 * Its value is a text of structured fields (RFC 9651, 3.3.3); most clients send it without the quotation marks, and are understood.
 */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    /** How many characters a key may have. */
    public static final int MOST_CHARACTERS = 255;

    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"\\s*(?:;[ -~]*)?");
    private static final Pattern BARE = Pattern.compile("[!-~&&[^\",;\\\\]]+");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private IdempotencyKey() {}

    /**
     * The key of a request, empty if it has none.
     *
     * @throws ApiException 905 if it is malformed, too long or empty, or there are several
     */
    public static Optional<String> of(RequestHeaders headers) {
        return headers.joined(HEADER).map(line -> key(line.strip()));
    }

    private static String key(String line) {
        Matcher quoted = QUOTED.matcher(line);
        String key = quoted.matches() ? ESCAPED.matcher(quoted.group(1)).replaceAll("$1") : line;
        boolean wellFormed = quoted.matches() || BARE.matcher(line).matches();
        if (!wellFormed || key.isEmpty() || key.length() > MOST_CHARACTERS) {
            throw ApiException.parameter(
                    "The header " + HEADER + " must be one text of 1 to " + MOST_CHARACTERS + " printable characters");
        }
        return key;
    }
}
