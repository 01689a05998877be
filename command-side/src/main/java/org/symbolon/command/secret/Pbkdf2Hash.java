package org.symbolon.command.secret;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A PBKDF2-HMAC-SHA512 hash as passlib writes it, {@code $pbkdf2-sha512$rounds$salt$digest} in a base64 that has a dot
 * for the plus sign: old rows of an eduMFA database are such. Only ever read, never written.
 */
final class Pbkdf2Hash implements StoredHash {

    private static final int DIGEST_LENGTH = 64;
    private static final int MOST_ROUNDS = 5_000_000;
    private static final Pattern FORM =
            Pattern.compile("\\$pbkdf2-sha512\\$(\\d{1,9})\\$([A-Za-z0-9./]{0,1366})\\$([A-Za-z0-9./]{86})");

    private final int rounds;
    private final byte[] salt;
    private final byte[] digest;

    private Pbkdf2Hash(int rounds, byte[] salt, byte[] digest) {
        this.rounds = rounds;
        this.salt = salt;
        this.digest = digest;
    }

    static Optional<StoredHash> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int rounds = Integer.parseInt(matcher.group(1));
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            return Optional.empty();
        }
        return Optional.of(new Pbkdf2Hash(rounds, decode(matcher.group(2)), decode(matcher.group(3))));
    }

    @Override
    public boolean isHashOf(byte[] password, Argon2Engine engine) {
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA512Digest());
        generator.init(password, salt, rounds);
        KeyParameter derived = (KeyParameter) generator.generateDerivedMacParameters(DIGEST_LENGTH * Byte.SIZE);
        return MessageDigest.isEqual(digest, derived.getKey());
    }

    private static byte[] decode(String adaptedBase64) {
        return Base64.getDecoder().decode(adaptedBase64.replace('.', '+'));
    }

    @Override
    public String toString() {
        return "***";
    }
}
