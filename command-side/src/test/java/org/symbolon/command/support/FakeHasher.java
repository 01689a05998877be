package org.symbolon.command.support;

import org.symbolon.command.secret.PasswordHasher;
import org.symbolon.command.secret.Payer;
import org.symbolon.events.shared.Secret;

/** Hashes {@code 1234} to {@code hash of 1234} and counts how often it had to. */
public final class FakeHasher implements PasswordHasher {

    private int hashes;
    private int pretended;

    @Override
    public String hash(Secret password) {
        hashes++;
        return "hash of " + password.reveal();
    }

    @Override
    public boolean matches(String hash, Secret password, Payer payer) {
        return hash(password).equals(hash);
    }

    @Override
    public void pretend(Payer payer) {
        pretended++;
    }

    public int hashes() {
        return hashes;
    }

    /** How often it took the time of a hash without the work. */
    public int pretended() {
        return pretended;
    }
}
