package org.symbolon.command.shared;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Where decisions take chance from, so that tests can decide it. */
@FunctionalInterface
public interface Randomness {

    /** That many unpredictable bytes. */
    byte[] bytes(int count);

    default String hex(int byteCount) {
        return HexFormat.of().formatHex(bytes(byteCount));
    }

    /** Unpredictable characters out of the alphabet, each as likely as any other. */
    default String text(int length, String alphabet) {
        int fair = 256 - 256 % alphabet.length();
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            for (byte drawn : bytes(length)) {
                int value = drawn & 0xff;
                if (value < fair && text.length() < length) {
                    text.append(alphabet.charAt(value % alphabet.length()));
                }
            }
        }
        return text.toString();
    }

    /** An unpredictable number from zero to below this bound, each as likely as any other. */
    default int below(int bound) {
        long fair = (1L << Integer.SIZE) / bound * bound;
        long drawn;
        do {
            drawn = Integer.toUnsignedLong(ByteBuffer.wrap(bytes(Integer.BYTES)).getInt());
        } while (drawn >= fair);
        return (int) (drawn % bound);
    }
}
