package org.symbolon.query.monitoring;

/**
 * How many tokens there are at a moment.
 *
 * @param users users who have an enabled token
 */
public record TokenFigures(
        long tokens, long hardware, long software, long unassignedHardware, long assigned, long users) {

    TokenFigures plus(TokenFigures other) {
        return new TokenFigures(
                tokens + other.tokens,
                hardware + other.hardware,
                software + other.software,
                unassignedHardware + other.unassignedHardware,
                assigned + other.assigned,
                users + other.users);
    }
}
