package org.symbolon.command.support;

import org.symbolon.command.secret.PasswordHasher;
import org.symbolon.events.shared.Secret;

/** Hashes {@code 1234} to {@code hash of 1234} and counts how often it had to. */
public final class FakeHasher implements PasswordHasher {

    private int hashes;

    @Override
    public String hash(Secret password) {
        hashes++;
        return "hash of " + password.reveal();
    }

    @Override
    public boolean matches(String hash, Secret password) {
        return hash(password).equals(hash);
    }

    @Override
    public void burn() {
        hashes++;
    }

    public int hashes() {
        return hashes;
    }
}
