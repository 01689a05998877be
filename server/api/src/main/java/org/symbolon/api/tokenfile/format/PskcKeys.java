package org.symbolon.api.tokenfile.format;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Opens the sealed values of one container: with the shared key, or one that is made of a password (RFC 6030, 6.1 and 6.2). */
final class PskcKeys {

    private static final int KEY_BYTES = PasswordKey.BYTES;
    private static final int BLOCK = 16;
    private static final int MOST_ROUNDS = 2_000_000;
    private static final int MOST_SALT = 1024;
    private static final Map<String, String> MACS = Map.of(
            "#hmac-sha1", "HmacSHA1",
            "#hmac-sha256", "HmacSHA256",
            "#hmac-sha384", "HmacSHA384",
            "#hmac-sha512", "HmacSHA512");

    private final XmlElement container;
    private final PskcOptions options;
    private final PasswordKey fromPassword;
    private byte[] key;
    private Optional<Mac> mac;

    PskcKeys(XmlElement container, PskcOptions options, PasswordKey fromPassword) {
        this.container = container;
        this.options = options;
        this.fromPassword = fromPassword;
    }

    /** What a sealed value holds. */
    byte[] open(String place, XmlElement encrypted) {
        String algorithm = encrypted
                .find("encryptionmethod")
                .map(found -> found.attribute("algorithm"))
                .orElse("");
        if (!algorithm.endsWith("#aes128-cbc")) {
            throw FileFault.at(place, "a value is encrypted in another way than aes128-cbc");
        }
        byte[] sealed = sealed(place, encrypted);
        if (sealed.length < 2 * BLOCK || sealed.length % BLOCK != 0) {
            throw FileFault.at(place, "an encrypted value has no fitting length");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key(), "AES"), new IvParameterSpec(sealed, 0, BLOCK));
            return cipher.doFinal(sealed, BLOCK, sealed.length - BLOCK);
        } catch (GeneralSecurityException wrongKey) {
            throw FileFault.at(place, "a value cannot be decrypted with this key or password");
        }
    }

    /** Whether the container's MAC proves that a sealed value is as it was. */
    boolean isProven(String place, XmlElement encrypted, String given) {
        Optional<Mac> known = mac();
        if (known.isEmpty() || given.isEmpty()) {
            return false;
        }
        byte[] expected = known.get().doFinal(sealed(place, encrypted));
        return MessageDigest.isEqual(expected, decoded(place, given));
    }

    private static byte[] sealed(String place, XmlElement encrypted) {
        return decoded(place, encrypted.textOf("cipherdata", "ciphervalue"));
    }

    static byte[] decoded(String place, String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException malformed) {
            throw FileFault.at(place, "a value is no base64");
        }
    }

    private Optional<Mac> mac() {
        if (mac == null) {
            mac = container.find("macmethod").map(this::mac);
        }
        return mac;
    }

    private Mac mac(XmlElement method) {
        String place = "MACMethod";
        String algorithm = method.attribute("algorithm");
        String name = MACS.get(algorithm.substring(Math.max(0, algorithm.indexOf('#'))));
        if (name == null) {
            throw FileFault.at(place, "the algorithm is unknown");
        }
        byte[] macKey = open(place, method.find("mackey").orElseThrow(() -> FileFault.at(place, "MACKey is missing")));
        try {
            Mac made = Mac.getInstance(name);
            made.init(new SecretKeySpec(macKey, name));
            return made;
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw FileFault.at(place, "MACKey is no key");
        }
    }

    private byte[] key() {
        if (key == null) {
            key = container
                    .find("encryptionkey", "derivedkey")
                    .map(this::derived)
                    .orElseGet(this::shared);
        }
        return key;
    }

    private byte[] shared() {
        if (options.presharedKey().isEmpty()) {
            throw FileFault.of("The keys are encrypted with a Pre Shared Key, which is missing.");
        }
        return options.keyBytes();
    }

    private byte[] derived(XmlElement derivedKey) {
        String place = "EncryptionKey";
        XmlElement method = derivedKey
                .find("keyderivationmethod")
                .filter(found -> found.attribute("algorithm").endsWith("#pbkdf2"))
                .orElseThrow(() -> FileFault.at(place, "the key is made in another way than by PBKDF2"));
        XmlElement parameters = method.find("pbkdf2-params")
                .orElseThrow(() -> FileFault.at(place, "the parameters of PBKDF2 are missing"));
        if (options.password().isEmpty()) {
            throw FileFault.of("The keys are encrypted with a password, which is missing.");
        }
        requireKnownFunction(place, parameters);
        return fromPassword.derived(salt(place, parameters), number(place, parameters, "iterationcount"));
    }

    private static void requireKnownFunction(String place, XmlElement parameters) {
        String function =
                parameters.find("prf").map(prf -> prf.attribute("algorithm")).orElse("");
        String length = parameters.textOf("keylength");
        if (!function.isEmpty() && !function.endsWith("#hmac-sha1")) {
            throw FileFault.at(place, "PBKDF2 uses another function than hmac-sha1");
        }
        if (!length.isEmpty() && !length.equals(Integer.toString(KEY_BYTES))) {
            throw FileFault.at(place, "the key has another length than " + KEY_BYTES + " bytes");
        }
    }

    private static byte[] salt(String place, XmlElement parameters) {
        byte[] salt = decoded(place, parameters.textOf("salt", "specified"));
        if (salt.length == 0 || salt.length > MOST_SALT) {
            throw FileFault.at(place, "the salt has no fitting length");
        }
        return salt;
    }

    private static int number(String place, XmlElement parameters, String name) {
        String text = parameters.textOf(name);
        if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_ROUNDS) {
            throw FileFault.at(place, "the number of rounds is none from 1 to " + MOST_ROUNDS);
        }
        return Integer.parseInt(text);
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "PskcKeys";
    }
}
