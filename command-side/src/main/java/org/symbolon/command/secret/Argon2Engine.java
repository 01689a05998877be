package org.symbolon.command.secret;

/** Computes Argon2id digests (version 1.3). All engines answer the same digest; they differ in time alone. */
interface Argon2Engine {

    byte[] digest(byte[] password, byte[] salt, Argon2Work work, int length);

    /** The native engine where its library loads on this platform, the one in Java otherwise. */
    static Argon2Engine fastest() {
        return NativeArgon2Engine.load().orElseGet(JavaArgon2Engine::new);
    }
}
