package org.symbolon.command.challenge;

import java.math.BigInteger;
import org.symbolon.command.shared.Randomness;

/** Draws the ids of transactions: 64 bits of chance, as clients expect them in 20 decimal digits. */
public final class TransactionIds {

    private static final int DIGITS = 20;

    private final Randomness randomness;

    public TransactionIds(Randomness randomness) {
        this.randomness = randomness;
    }

    public String next() {
        String number = new BigInteger(1, randomness.bytes(Long.BYTES)).toString();
        return "0".repeat(DIGITS - number.length()) + number;
    }
}
