package org.symbolon.command.secret.port;

import java.time.Duration;
import java.util.Optional;

/** Keeps digests of PINs where all nodes find them and a start does not lose them. It is a cache: nothing is lost with it. */
public interface PinDigests {

    /** Keeps nothing. */
    PinDigests NONE = new PinDigests() {

        @Override
        public Optional<Kept> find(byte[] name) {
            return Optional.empty();
        }

        @Override
        public void keep(byte[] name, byte[] digest) {}
    };

    /** A digest that is kept, and for how long still. */
    final class Kept {

        private final byte[] digest;
        private final Duration left;

        public Kept(byte[] digest, Duration left) {
            this.digest = digest.clone();
            this.left = left;
        }

        public byte[] digest() {
            return digest.clone();
        }

        public Duration left() {
            return left;
        }
    }

    Optional<Kept> find(byte[] name);

    /** Keeps it from now on for the whole time, in place of an older one of the name. */
    void keep(byte[] name, byte[] digest);
}
