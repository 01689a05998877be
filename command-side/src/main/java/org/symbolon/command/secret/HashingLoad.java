package org.symbolon.command.secret;

/**
 * How much there is to hash.
 *
 * @param running how many have their turn
 * @param waiting how many wait for theirs
 * @param refused how many were sent away since the start, for too many waited
 */
public record HashingLoad(int running, int waiting, long refused) {

    static final HashingLoad NONE = new HashingLoad(0, 0, 0);
}
