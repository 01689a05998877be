package org.symbolon.command.tokentype.ocra;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.symbolon.command.tokentype.oath.HashAlgorithm;
import org.symbolon.command.tokentype.oath.Hotp;
import org.symbolon.events.shared.Secret;

/** Computes the responses of one OCRA token (RFC 6287 section 5). */
public final class Ocra {

    /** What a question may be at most, in bytes. */
    static final int QUESTION_BYTES = 128;

    private final OcraSuite suite;
    private final Hotp key;
    private final byte[] pin;

    private Ocra(OcraSuite suite, Hotp key, byte[] pin) {
        this.suite = suite;
        this.key = key;
        this.pin = pin;
    }

    /**
     * A computer of responses; empty when the seed is no hexadecimal text, so that none can ever be right.
     *
     * @param pin what the owner types into the device; used where the suite has it
     */
    public static Optional<Ocra> of(OcraSuite suite, Secret seed, Secret pin) {
        byte[] hashed = suite.pinHash().map(hash -> digest(hash, pin.utf8())).orElse(new byte[0]);
        return Hotp.of(seed, suite.digits(), suite.algorithm()).map(key -> new Ocra(suite, key, hashed));
    }

    /**
     * What is known beside the question.
     *
     * @param counter used where the suite has one
     * @param session what session it is about, at most as long as the suite says
     * @param step the number of the time step, likewise
     */
    public record Moment(long counter, String session, long step) {}

    /** The response to a question of the suite's format. */
    public String response(byte[] question, Moment moment) {
        byte[] data = data(question, moment);
        return suite.digits() == 0 ? HexFormat.of().formatHex(key.hash(data)) : key.valueOf(data);
    }

    /** Whether a response is right, compared in constant time. */
    boolean matches(byte[] question, Moment moment, Secret response) {
        return MessageDigest.isEqual(response(question, moment).getBytes(StandardCharsets.US_ASCII), response.utf8());
    }

    private byte[] data(byte[] question, Moment moment) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(suite.text().getBytes(StandardCharsets.UTF_8));
        data.write(0);
        if (suite.counted()) {
            data.writeBytes(number(moment.counter()));
        }
        data.writeBytes(Arrays.copyOf(question, QUESTION_BYTES));
        data.writeBytes(pin);
        suite.sessionBytes().ifPresent(length -> data.writeBytes(rightAligned(moment.session(), length)));
        suite.stepSeconds().ifPresent(seconds -> data.writeBytes(number(moment.step())));
        return data.toByteArray();
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static byte[] rightAligned(String text, int length) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] aligned = new byte[length];
        int taken = Math.min(length, bytes.length);
        System.arraycopy(bytes, bytes.length - taken, aligned, length - taken, taken);
        return aligned;
    }

    /** The bytes that a question is; empty if it is none of this format, or too long. */
    public static Optional<byte[]> question(OcraSuite.Format format, String text) {
        Optional<byte[]> bytes =
                switch (format) {
                    case ALPHANUMERIC ->
                        text.isEmpty() ? Optional.empty() : Optional.of(text.getBytes(StandardCharsets.UTF_8));
                    case NUMERIC ->
                        text.matches("\\d{1,300}")
                                ? Optional.of(hexadecimal(new BigInteger(text).toString(16)))
                                : Optional.empty();
                    case HEXADECIMAL ->
                        text.matches("[0-9a-fA-F]{1,256}") ? Optional.of(hexadecimal(text)) : Optional.empty();
                };
        return bytes.filter(found -> found.length <= QUESTION_BYTES);
    }

    /** An odd last digit is the upper half of its byte. */
    private static byte[] hexadecimal(String digits) {
        return HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : digits + "0");
    }

    private static byte[] digest(HashAlgorithm algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm.name().replace("SHA", "SHA-"))
                    .digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no " + algorithm, e);
        }
    }
}
