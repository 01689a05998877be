package org.symbolon.connectors.passwordhash;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.symbolon.events.shared.Secret;

/** The forms in which a new password is kept, by the names that definitions have for them. */
public enum HashType {
    PHPASS,
    SHA,
    SSHA,
    SSHA256,
    SSHA512,
    OTRS,
    SHA256CRYPT,
    SHA512CRYPT,
    MD5CRYPT;

    private static final String SALTS = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** The type of this name, whatever the case of its letters. */
    public static Optional<HashType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** A new hash. Some types take a second: {@link PasswordHashes} bounds how many are made at once. */
    public String hash(Secret password, RandomGenerator random) {
        return switch (this) {
            case PHPASS -> PortableHash.hash(password, random);
            case SHA -> SaltedDigest.SHA.hash(password, random);
            case SSHA -> SaltedDigest.SSHA.hash(password, random);
            case SSHA256 -> SaltedDigest.SSHA256.hash(password, random);
            case SSHA512 -> SaltedDigest.SSHA512.hash(password, random);
            case OTRS -> PasswordHashes.hexOfSha256(password);
            case SHA256CRYPT -> UnixCryptHash.of(password, "$5$rounds=535000$" + salt(16, random));
            case SHA512CRYPT -> UnixCryptHash.of(password, "$6$rounds=656000$" + salt(16, random));
            case MD5CRYPT -> UnixCryptHash.of(password, "$1$" + salt(8, random));
        };
    }

    private static String salt(int length, RandomGenerator random) {
        StringBuilder salt = new StringBuilder();
        for (int count = 0; count < length; count++) {
            salt.append(SALTS.charAt(random.nextInt(SALTS.length())));
        }
        return salt.toString();
    }
}
