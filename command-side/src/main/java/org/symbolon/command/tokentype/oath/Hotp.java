package org.symbolon.command.tokentype.oath;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.events.shared.Secret;

/** Computes the values of one event- or time-based token (RFC 4226 section 5.3, RFC 6238 section 1.2). */
public final class Hotp {

    private static final int[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    /** However wide the window of a token is set, one search computes this many values, in well under a second. */
    public static final int MOST_TRIED = 100_000;

    /**
     * The same where somebody logs in, who may have many tokens, and be anybody: about 10 ms for each of them. It is a thousand times
     * the window of a new HOTP token, and 41 hours to either side of now for a TOTP token with steps of 30 seconds.
     */
    public static final int MOST_TRIED_AT_LOGIN = 10_000;

    private final Mac mac;
    private final int digits;

    private Hotp(Mac mac, int digits) {
        this.mac = mac;
        this.digits = digits;
    }

    /** A computer of values; empty when the seed is no hexadecimal text, so that no value can ever be right. */
    public static Optional<Hotp> of(Secret seed, int digits, HashAlgorithm algorithm) {
        return key(seed).map(key -> new Hotp(mac(key, algorithm), digits));
    }

    /** The values of a token, by the hash function that it keeps; empty when no value of it can ever be right. */
    public static Optional<Hotp> of(TokenView token) {
        return token.state()
                .text(OathParameters.HASH)
                .or(() -> Optional.of("sha1"))
                .flatMap(HashAlgorithm::find)
                .flatMap(algorithm -> of(token.secret(), token.otpLength(), algorithm));
    }

    /** The value at a counter, zero padded. */
    public String value(long counter) {
        return valueOf(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
    }

    /** The value of any message, zero padded. */
    public String valueOf(byte[] message) {
        byte[] hash = hash(message);
        int offset = Math.min(hash[hash.length - 1] & 0x0f, hash.length - Integer.BYTES);
        int truncated = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
        int shown = digits < POWERS.length ? truncated % POWERS[digits] : truncated;
        String text = Integer.toString(shown);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /** The keyed hash of any message, whole. */
    public byte[] hash(byte[] message) {
        return mac.doFinal(message);
    }

    /** Whether the value at a counter is this one, compared in constant time. */
    public boolean matches(long counter, Secret otp) {
        return MessageDigest.isEqual(value(counter).getBytes(StandardCharsets.US_ASCII), otp.utf8());
    }

    /**
     * The first counter from {@code from} up to but not including {@code to} that has this value. No more than
     * {@link #MOST_TRIED} are tried.
     */
    public OptionalLong find(Secret otp, long from, long to) {
        return find(otp, from, to, MOST_TRIED);
    }

    /** The same where somebody logs in: no more than {@link #MOST_TRIED_AT_LOGIN} are tried. */
    public OptionalLong findAtLogin(Secret otp, long from, long to) {
        return find(otp, from, to, MOST_TRIED_AT_LOGIN);
    }

    private OptionalLong find(Secret otp, long from, long to, int most) {
        long first = Math.max(0, from);
        long end = Math.min(to, first + most);
        for (long counter = first; counter < end; counter++) {
            if (matches(counter, otp)) {
                return OptionalLong.of(counter);
            }
        }
        return OptionalLong.empty();
    }

    private static Optional<byte[]> key(Secret seed) {
        String text = seed.reveal();
        if (text.isEmpty() || text.length() % 2 != 0 || !text.chars().allMatch(HexFormat::isHexDigit)) {
            return Optional.empty();
        }
        return Optional.of(HexFormat.of().parseHex(text));
    }

    private static Mac mac(byte[] key, HashAlgorithm algorithm) {
        try {
            Mac mac = Mac.getInstance(algorithm.mac());
            mac.init(new SecretKeySpec(key, algorithm.mac()));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no " + algorithm.mac(), e);
        }
    }
}
