package org.symbolon.store.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * The one key that is not in the database: whoever has the database alone, or a backup of it, has no secret. It seals
 * nothing itself; every use has a key derived from it, so that one use can never weaken another.
 */
public final class MasterKey {

    static final int LENGTH = 32;

    private static final int FINGERPRINT_BYTES = 8;

    private final byte[] bytes;

    MasterKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /**
     * The key in this file, made if there is none yet: for the new key of a rotation. Whose secrets lie in a database already finds its
     * key by {@link MasterKeyOfDatabase}, which never makes another.
     *
     * @throws MasterKeyUnusableException if others may read the file, or it is broken, or it cannot be read or written
     */
    public static MasterKey inFile(Path file, SecureRandom random) {
        return new MasterKeyFile(file).readOrCreate(random);
    }

    /** The key that a line of base64 holds, if it holds one. */
    public static Optional<MasterKey> ofLine(String line) {
        try {
            byte[] bytes = Base64.getDecoder().decode(line.strip());
            return bytes.length == LENGTH ? Optional.of(new MasterKey(bytes)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** As its file holds it. To be written to nothing but files of their owner alone. */
    public String line() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A key of 256 bits for one use (HKDF-SHA256). */
    public byte[] derive(String label) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
        generator.init(new HKDFParameters(bytes, null, ("symbolon " + label).getBytes(StandardCharsets.UTF_8)));
        byte[] derived = new byte[LENGTH];
        generator.generateBytes(derived, 0, derived.length);
        return derived;
    }

    /**
     * What tells this key from others and may be shown to anybody: the first 16 hexadecimal digits of its SHA-256, which are also to be
     * had without Symbolon ({@code base64 -d master.key | sha256sum}). Of 256 random bits it tells nothing.
     */
    public String fingerprint() {
        SHA256Digest digest = new SHA256Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    }

    @Override
    public String toString() {
        return "MasterKey[***]";
    }
}
