package org.symbolon.command.tokentype.yubikey;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * A Yubikey as its maker describes it.
 *
 * @param key in hexadecimal digits
 * @param publicId as it is typed
 * @param privateId in hexadecimal digits
 */
public record SoftYubikey(String key, String publicId, String privateId) {

    private static final String LETTERS = "cbdefghijklnrtuv";

    /** One with the ids of the examples. */
    public SoftYubikey(String key) {
        this(key, "llnnrrttuuvv", "010203040506");
    }

    /** What it types when it was plugged in so often, and touched so often since. */
    public String typed(int plugged, int touched) {
        return typed(plugged, touched, 0x1000, 0x1234);
    }

    String typed(int plugged, int touched, int time, int random) {
        ByteBuffer block = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        block.put(HexFormat.of().parseHex(privateId)).putShort((short) plugged);
        block.put((byte) time).put((byte) (time >> 8)).put((byte) (time >> 16)).put((byte) touched);
        block.putShort((short) random);
        block.putShort((short) ~remainder(block.array(), 14));
        return publicId + letters(encrypted(block.array()));
    }

    private byte[] encrypted(byte[] block) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(HexFormat.of().parseHex(key), "AES"),
                    new javax.crypto.spec.IvParameterSpec(new byte[16]));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** By division of polynomials, bit after bit. */
    private static int remainder(byte[] bytes, int length) {
        int register = 0xffff;
        for (int bit = 0; bit < 8 * length; bit++) {
            int next = bytes[bit / 8] >> bit % 8 & 1;
            boolean divides = ((register ^ next) & 1) == 1;
            register = register >> 1 ^ (divides ? 0x8408 : 0);
        }
        return register;
    }

    static String letters(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        HexFormat.of()
                .formatHex(bytes)
                .chars()
                .forEach(digit -> text.append(LETTERS.charAt(Character.digit(digit, 16))));
        return text.toString();
    }

    @Override
    public String toString() {
        return "SoftYubikey[" + publicId + "]";
    }
}
