package org.symbolon.api.tokenfile.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file holds.
 *
 * @param tokens in the order of the file, each serial once
 * @param doubtful how many more were left out because nothing proves that their keys are theirs
 */
public record TokenFile(List<TokenRecord> tokens, int doubtful) {

    /** How many tokens a file may have. */
    static final int MOST_TOKENS = 20_000;

    /**
     * The tokens, if they can be some. A serial that comes twice is that of the later one.
     *
     * @throws org.symbolon.api.kernel.ApiException if one has no serial or no key, or there are too many
     */
    static TokenFile of(List<TokenRecord> read, int doubtful) {
        Map<String, TokenRecord> tokens = new LinkedHashMap<>();
        for (TokenRecord token : read) {
            if (token.serial().isEmpty()) {
                throw FileFault.at(token.place(), "the serial is missing");
            }
            if (isOath(token)) {
                Hexadecimal.require(token.place(), token.key());
            }
            tokens.put(token.serial(), token);
        }
        if (tokens.size() > MOST_TOKENS) {
            throw FileFault.of("A file may have " + MOST_TOKENS + " tokens at most.");
        }
        return new TokenFile(List.copyOf(tokens.values()), doubtful);
    }

    static TokenFile of(List<TokenRecord> read) {
        return of(read, 0);
    }

    private static boolean isOath(TokenRecord token) {
        return token.type().equals("hotp") || token.type().equals("totp");
    }
}
