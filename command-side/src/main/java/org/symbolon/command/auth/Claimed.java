package org.symbolon.command.auth;

/**
 * What came of a claim.
 *
 * @param excess why he may not have the token although the value was right, null if that is not the reason
 */
public record Claimed(Decision decision, String excess) {

    static Claimed by(Decision decision) {
        return new Claimed(decision, null);
    }
}
