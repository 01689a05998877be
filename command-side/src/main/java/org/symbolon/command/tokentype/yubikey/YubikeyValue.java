package org.symbolon.command.tokentype.yubikey;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.symbolon.events.shared.Secret;

/**
 * What a Yubikey has typed, once it is decrypted: 16 bytes, of which the last two prove that the key was the right one.
 *
 * @param publicId what it has typed before that, in lower case; perhaps empty
 * @param privateId six bytes that only this device knows beside us, as hexadecimal digits
 * @param counter how often it was plugged in, times 256, and how often it was touched since
 */
record YubikeyValue(String publicId, String privateId, long counter) {

    /** Of how many letters the encrypted part is made. */
    static final int ENCRYPTED_LETTERS = 32;

    static final int KEY_BYTES = 16;
    static final int LONGEST_PUBLIC_ID = 32;

    private static final int PRIVATE_ID_BYTES = 6;
    private static final int USES_AT = 6;
    private static final int TOUCHES_AT = 11;
    private static final int CRC_START = 0xffff;
    private static final int CRC_POLYNOMIAL = 0x8408;
    private static final int CRC_OF_THE_WHOLE = 0xf0b8;

    /** What was typed, if a device with this key can have typed it. The key is hexadecimal digits. */
    static Optional<YubikeyValue> read(Secret typed, Secret key) {
        String text = typed.reveal().toLowerCase(Locale.ROOT);
        int begin = text.length() - ENCRYPTED_LETTERS;
        if (begin < 0 || begin > LONGEST_PUBLIC_ID || !isKey(key)) {
            return Optional.empty();
        }
        String publicId = text.substring(0, begin);
        if (Modhex.digits(publicId).isEmpty()) {
            return Optional.empty();
        }
        return Modhex.digits(text.substring(begin))
                .map(HexFormat.of()::parseHex)
                .map(block -> decrypted(block, HexFormat.of().parseHex(key.reveal())))
                .filter(block -> crc(block) == CRC_OF_THE_WHOLE)
                .map(block -> of(publicId, block));
    }

    static boolean isKey(Secret key) {
        return key.length() == 2 * KEY_BYTES && key.reveal().chars().allMatch(HexFormat::isHexDigit);
    }

    private static YubikeyValue of(String publicId, byte[] block) {
        int uses = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).getShort(USES_AT) & 0xffff;
        int touches = block[TOUCHES_AT] & 0xff;
        String privateId = HexFormat.of().formatHex(block, 0, PRIVATE_ID_BYTES);
        return new YubikeyValue(publicId, privateId, uses * 256L + touches);
    }

    /** One block alone, as the device makes it: there is no other that it could be confused with. */
    @SuppressWarnings("InsecureCryptoUsage")
    private static byte[] decrypted(byte[] block, byte[] key) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no AES", e);
        }
    }

    /** That of ISO 13239, over all bytes. */
    private static int crc(byte[] bytes) {
        int crc = CRC_START;
        for (byte next : bytes) {
            crc ^= next & 0xff;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ CRC_POLYNOMIAL;
            }
        }
        return crc;
    }

    /** Shows nothing that only the device knows. */
    @Override
    public String toString() {
        return "YubikeyValue[" + publicId + "]";
    }
}
