package org.symbolon.store.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * The one key that is not in the database: whoever has the database alone, or a backup of it, has no secret. It seals
 * nothing itself; every use has a key derived from it, so that one use can never weaken another.
 */
public final class MasterKey {

    static final int LENGTH = 32;

    private static final String FILE_NAME = "master.key";

    private final byte[] bytes;

    MasterKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /**
     * The key in the file {@code master.key} of the directory, made if there is none yet.
     *
     * @throws MasterKeyUnusableException if others may read the file, or it is broken, or it cannot be read or written
     */
    public static MasterKey inDirectory(Path directory, SecureRandom random) {
        return inFile(directory.resolve(FILE_NAME), random);
    }

    /** The key in this file, made if there is none yet: for the new key of a rotation. */
    public static MasterKey inFile(Path file, SecureRandom random) {
        return new MasterKeyFile(file).readOrCreate(random);
    }

    /** A key of 256 bits for one use (HKDF-SHA256). */
    public byte[] derive(String label) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
        generator.init(new HKDFParameters(bytes, null, ("symbolon " + label).getBytes(StandardCharsets.UTF_8)));
        byte[] derived = new byte[LENGTH];
        generator.generateBytes(derived, 0, derived.length);
        return derived;
    }

    @Override
    public String toString() {
        return "MasterKey[***]";
    }
}
