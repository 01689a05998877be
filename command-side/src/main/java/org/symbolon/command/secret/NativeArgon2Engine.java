package org.symbolon.command.secret;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Argon2id by the reference implementation in C, which memory-hard hashing gains most from. */
final class NativeArgon2Engine implements Argon2Engine {

    private static final Logger LOGGER = LoggerFactory.getLogger(NativeArgon2Engine.class);
    private static final Argon2Work SMALLEST = new Argon2Work(8, 1, 1);

    private final Argon2Advanced library;

    private NativeArgon2Engine(Argon2Advanced library) {
        this.library = library;
    }

    /** The engine, empty where the library does not load or does not work. */
    static Optional<Argon2Engine> load() {
        try {
            NativeArgon2Engine engine =
                    new NativeArgon2Engine(Argon2Factory.createAdvanced(Argon2Factory.Argon2Types.ARGON2id));
            engine.digest(new byte[0], new byte[16], SMALLEST, 32);
            return Optional.of(engine);
        } catch (LinkageError | IllegalStateException unavailable) {
            LOGGER.info("The native Argon2 library does not load here ({}): hashing in Java", unavailable.toString());
            return Optional.empty();
        }
    }

    @Override
    public byte[] digest(byte[] password, byte[] salt, Argon2Work work, int length) {
        return library.pbkdf(work.iterations(), work.memoryKib(), work.lanes(), password, salt, length);
    }
}
