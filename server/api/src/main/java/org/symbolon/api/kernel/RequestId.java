package org.symbolon.api.kernel;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The name of one request. A client or proxy may give it, so that its own log speaks of the same request; whatever could do harm
 * in a log, or is long, is not taken.
 */
public final class RequestId {

    public static final String HEADER = "X-Request-ID";

    private static final int MOST_CHARACTERS = 64;

    private RequestId() {}

    static String of(RequestHeaders headers) {
        Optional<String> given = headers.first(HEADER).filter(RequestId::isHarmless);
        return given.orElseGet(
                () -> HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
    }

    /** Letters, digits and what stands between them in UUIDs and the identifiers of traces. */
    private static boolean isHarmless(String text) {
        return !text.isEmpty()
                && text.length() <= MOST_CHARACTERS
                && text.chars().allMatch(RequestId::isHarmless);
    }

    private static boolean isHarmless(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '-'
                || character == '_'
                || character == '.';
    }
}
