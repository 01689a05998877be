package org.symbolon.command.secret;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id in Java, for platforms on which the native library does not load: three times slower. */
final class JavaArgon2Engine implements Argon2Engine {

    @Override
    public byte[] digest(byte[] password, byte[] salt, Argon2Work work, int length) {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(work.memoryKib())
                .withIterations(work.iterations())
                .withParallelism(work.lanes())
                .withSalt(salt)
                .build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] digest = new byte[length];
        generator.generateBytes(password, digest);
        return digest;
    }
}
