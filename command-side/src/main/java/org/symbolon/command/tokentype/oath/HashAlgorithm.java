package org.symbolon.command.tokentype.oath;

import java.util.Locale;
import java.util.Optional;

/** The hash functions that an OATH token may use, by their names in eduMFA. */
public enum HashAlgorithm {
    MD5("HmacMD5", 16),
    SHA1("HmacSHA1", 20),
    SHA224("HmacSHA224", 28),
    SHA256("HmacSHA256", 32),
    SHA384("HmacSHA384", 48),
    SHA512("HmacSHA512", 64);

    private final String mac;
    private final int keyBytes;

    HashAlgorithm(String mac, int keyBytes) {
        this.mac = mac;
        this.keyBytes = keyBytes;
    }

    public static Optional<HashAlgorithm> find(String name) {
        for (HashAlgorithm algorithm : values()) {
            if (algorithm.wireName().equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name that the Java Cryptography Architecture gives the HMAC. */
    String mac() {
        return mac;
    }

    /** How long a generated key is: the length of the hash. */
    public int keyBytes() {
        return keyBytes;
    }
}
