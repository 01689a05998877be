package org.symbolon.api.kernel.login;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.JsonText;

/**
 * The three parts of a JSON Web Token, taken apart with the checks, their order and their words of the library that
 * eduMFA uses, since its reasons are part of the answer.
 */
record TokenSegments(String signedText, String header, String payload, String signature) {

    static TokenSegments of(String token) {
        int last = token.lastIndexOf('.');
        int first = token.indexOf('.');
        if (first < 0 || first == last) {
            throw LoginTokenRefusal.undecodable("Not enough segments");
        }
        TokenSegments segments = new TokenSegments(
                token.substring(0, last),
                token.substring(0, first),
                token.substring(first + 1, last),
                token.substring(last + 1));
        checkPadding(segments.header, "Invalid header padding");
        checkPadding(segments.payload, "Invalid payload padding");
        checkPadding(segments.signature, "Invalid crypto padding");
        return segments;
    }

    /** The bytes of a part; a part with characters that are no base64url was never signed by anybody. */
    static byte[] decode(String segment) {
        try {
            return Base64.getUrlDecoder().decode(segment);
        } catch (IllegalArgumentException malformed) {
            throw LoginTokenRefusal.undecodable("Signature verification failed");
        }
    }

    /** What its header says, of which nobody knows yet who has signed it. */
    Map<?, ?> heading() {
        return object(header, "Invalid header string");
    }

    /** What it says, once it is known who has signed it. */
    Map<?, ?> claims() {
        return object(payload, "Invalid payload string");
    }

    /** When it ends, in seconds since 1970; every token must say so. */
    long expires() {
        if (claims().get("exp") instanceof Number expires) {
            return expires.longValue();
        }
        throw LoginTokenRefusal.undecodable("Expiration Time claim (exp) must be an integer.");
    }

    private static Map<?, ?> object(String segment, String complaint) {
        String text = new String(decode(segment), StandardCharsets.UTF_8);
        try {
            if (JsonText.parse(text).orElse(null) instanceof Map<?, ?> object) {
                return object;
            }
        } catch (ApiException forbiddenText) {
            throw LoginTokenRefusal.undecodable(complaint);
        }
        throw LoginTokenRefusal.undecodable(complaint + ": must be a json object");
    }

    /**
     * Python pads by the length of the whole part and then skips what is no base64 at all, which is how a prefix such
     * as "Bearer " comes to be called wrong padding.
     */
    private static void checkPadding(String segment, String complaint) {
        int padding = (4 - segment.length() % 4) % 4;
        int characters = 0;
        for (int index = 0; index < segment.length(); index++) {
            char unit = segment.charAt(index);
            if (unit == '=') {
                padding++;
            } else if (isBase64(unit)) {
                characters++;
            }
        }
        int rest = characters % 4;
        boolean complete = rest == 0 || (rest == 2 && padding >= 2) || (rest == 3 && padding >= 1);
        if (!complete) {
            throw LoginTokenRefusal.undecodable(complaint);
        }
    }

    private static boolean isBase64(char unit) {
        return (unit >= 'A' && unit <= 'Z')
                || (unit >= 'a' && unit <= 'z')
                || (unit >= '0' && unit <= '9')
                || "-_+/".indexOf(unit) >= 0;
    }

    /** Never the token itself: it is a key to the server. */
    @Override
    public String toString() {
        return "TokenSegments";
    }
}
