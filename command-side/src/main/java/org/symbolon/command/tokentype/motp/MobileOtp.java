package org.symbolon.command.tokentype.motp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.symbolon.events.shared.Secret;

/**
 * Computes the values of one token: the first hexadecimal digits of the MD5 of the time in units of ten seconds, the secret as it is
 * written, and the PIN of the telephone.
 *
 * @param secret as text, which is neither decoded nor put into small letters
 * @param digits how many
 */
record MobileOtp(Secret secret, Secret devicePin, int digits) {

    /** The first unit of time of this window, but after the last one that was used, that has this value. */
    OptionalLong find(Secret otp, TimeUnits window, long last) {
        for (long unit = Math.max(window.first(), last + 1); unit < window.end(); unit++) {
            if (matches(unit, otp)) {
                return OptionalLong.of(unit);
            }
        }
        return OptionalLong.empty();
    }

    /** Whether the value of a unit of time is this one, compared in constant time. */
    boolean matches(long unit, Secret otp) {
        return MessageDigest.isEqual(value(unit).getBytes(StandardCharsets.US_ASCII), otp.utf8());
    }

    /** The value of a unit of time, in small letters. */
    String value(long unit) {
        String text = unit + secret.reveal() + devicePin.reveal();
        String hash = HexFormat.of().formatHex(md5(text.getBytes(StandardCharsets.UTF_8)));
        return hash.substring(0, Math.min(digits, hash.length()));
    }

    /** What Mobile-OTP is made of; that it is broken elsewhere does not tell a secret that nobody knows. */
    private static byte[] md5(byte[] text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK has no MD5", e);
        }
    }
}
