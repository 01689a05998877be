package org.symbolon.command.tokentype.oath;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.events.shared.Secret;

/** Where the seed of an OATH token comes from: made here, or given by the client in one of two formats. */
public final class OathSeed {

    private static final Base32 BASE32 = new Base32();
    private static final Pattern BASE32_DIGITS = Pattern.compile("[A-Z2-7]*");
    /** How many digits no number of bytes can leave behind the last full group of eight. */
    private static final Set<Integer> NO_BASE32_REST = Set.of(1, 3, 6);

    private static final int CHECKSUM_BYTES = 4;
    public static final int MOST_KEY_BYTES = 512;

    private OathSeed() {}

    /**
     * The seed as hexadecimal text. A generated key wins over a given one.
     *
     * @throws Refusal 905 if there is neither, or the given one is malformed
     */
    public static Secret of(EnrolmentRequest request, HashAlgorithm algorithm) {
        if (request.flag("genkey")) {
            return Secret.of(request.randomness().hex(bytes(request, algorithm)));
        }
        return Secret.of(given(request));
    }

    private static int bytes(EnrolmentRequest request, HashAlgorithm algorithm) {
        int size = request.number("keysize", algorithm.keyBytes(), 1, MOST_KEY_BYTES);
        return TwoSteps.serverBytes(request, algorithm)
                .orElseGet(() -> request.number("key_size", size, 1, MOST_KEY_BYTES));
    }

    /**
     * What the client gives, as hexadecimal text.
     *
     * @throws Refusal 905 if it gives nothing, or something malformed
     */
    public static String given(EnrolmentRequest request) {
        String given = request.text("otpkey").orElseThrow(() -> Refusal.missing("otpkey"));
        if (given.isEmpty()) {
            throw Refusal.parameter("Parameter 'otpkey' must not be empty");
        }
        return Limits.check("otpkey", decoded(given, request.text("otpkeyformat", "hex")), Limits.SEED);
    }

    private static String decoded(String given, String format) {
        return switch (format) {
            case "", "hex" -> given;
            case "base32check" -> HexFormat.of().formatHex(checked(given));
            default -> throw Refusal.parameter("Unknown OTP key format: '" + format + "'");
        };
    }

    /** The payload behind its checksum: the first four bytes are those of the payload's SHA-1. */
    private static byte[] checked(String text) {
        byte[] bytes = fromBase32(text);
        if (bytes.length <= CHECKSUM_BYTES) {
            throw malformed("Too short");
        }
        byte[] payload = Arrays.copyOfRange(bytes, CHECKSUM_BYTES, bytes.length);
        byte[] expected = Arrays.copyOf(sha1(payload), CHECKSUM_BYTES);
        if (!MessageDigest.isEqual(expected, Arrays.copyOf(bytes, CHECKSUM_BYTES))) {
            throw malformed("Incorrect checksum");
        }
        return payload;
    }

    private static byte[] fromBase32(String text) {
        String digits = text.toUpperCase(Locale.ROOT).replace("=", "");
        if (!BASE32_DIGITS.matcher(digits).matches() || NO_BASE32_REST.contains(digits.length() % 8)) {
            throw malformed("Invalid base32");
        }
        return BASE32.decode(digits);
    }

    /** Base32 without padding (RFC 4648 section 6). */
    static String toBase32(byte[] bytes) {
        return BASE32.encodeToString(bytes).replace("=", "");
    }

    private static Refusal malformed(String reason) {
        return Refusal.parameter("Malformed base32check data: " + reason);
    }

    private static byte[] sha1(byte[] payload) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(payload);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK has no SHA-1", e);
        }
    }
}
