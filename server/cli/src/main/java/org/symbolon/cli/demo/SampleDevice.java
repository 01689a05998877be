package org.symbolon.cli.demo;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The app on a user's phone: it scans what an enrolment shows and computes one-time passwords. It shares no code with the
 * server, so that the two can only agree by both keeping to RFC 4226 and RFC 6238.
 */
final class SampleDevice {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SecretKeySpec seed;
    private final int digits;
    private final int period;
    private long counter;

    private SampleDevice(SecretKeySpec seed, int digits, int period, long counter) {
        this.seed = seed;
        this.digits = digits;
        this.period = period;
        this.counter = counter;
    }

    /** Scans the address that is in the QR code. */
    static SampleDevice scan(String address) {
        Map<String, String> parameters = Arrays.stream(
                        URI.create(address).getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        String algorithm = "Hmac" + parameters.getOrDefault("algorithm", "SHA1");
        return new SampleDevice(
                new SecretKeySpec(base32(parameters.getOrDefault("secret", "")), algorithm),
                Integer.parseInt(parameters.getOrDefault("digits", "6")),
                Integer.parseInt(parameters.getOrDefault("period", "30")),
                Long.parseLong(parameters.getOrDefault("counter", "0")));
    }

    /** The next one-time password of a device that counts. */
    String next() {
        return value(counter++);
    }

    /** The one-time password that a device with a clock shows then. */
    String at(Instant time) {
        return value(time.getEpochSecond() / period);
    }

    private String value(long movingFactor) {
        byte[] hash = hash(movingFactor);
        int offset = hash[hash.length - 1] & 0xf;
        int truncated = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
        return String.format(Locale.ROOT, "%0" + digits + "d", truncated % (int) Math.pow(10, digits));
    }

    private byte[] hash(long movingFactor) {
        try {
            Mac mac = Mac.getInstance(seed.getAlgorithm());
            mac.init(seed);
            return mac.doFinal(
                    ByteBuffer.allocate(Long.BYTES).putLong(movingFactor).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] base32(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : text.toUpperCase(Locale.ROOT).replace("=", "").toCharArray()) {
            buffer = buffer << 5 | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes.toByteArray();
    }
}
