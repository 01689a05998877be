package org.symbolon.endtoend.harness;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a user holds in the hand: it computes the values of one token (RFC 4226), with code that is not the server's. */
public record Device(String seed) {

    public static Device random(SplittableRandom random) {
        byte[] seed = new byte[20];
        random.nextBytes(seed);
        return new Device(HexFormat.of().formatHex(seed));
    }

    /**
     * One of which no two values up to a counter are alike. Two values of six digits are so once in a million times, and a used one is
     * then rightly accepted for the one to come, which a test that sends thousands of used ones would take for a fault.
     */
    public static Device withDistinctValues(SplittableRandom random, int counters) {
        Device device = random(random);
        while (IntStream.range(0, counters).mapToObj(device::otp).distinct().count() < counters) {
            device = random(random);
        }
        return device;
    }

    /** The value at a counter, or at a number of time steps. */
    public String otp(long counter) {
        return otp(counter, 6);
    }

    public String otp(long counter, int digits) {
        byte[] hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
        int truncated = ByteBuffer.wrap(hash, hash[hash.length - 1] & 0x0f, Integer.BYTES)
                        .getInt()
                & 0x7fffffff;
        return "%010d".formatted(truncated).substring(10 - digits);
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(seed), "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "Device";
    }
}
