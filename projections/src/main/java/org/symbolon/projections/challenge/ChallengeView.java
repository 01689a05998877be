package org.symbolon.projections.challenge;

import java.time.Instant;

/**
 * A challenge as it is now.
 *
 * @param data what its token's type remembers, empty if that is a secret
 * @param secret whether what is remembered is a secret
 * @param received how many answers came
 * @param answered whether the last of them was right
 */
public record ChallengeView(
        long id,
        String transactionId,
        String serial,
        String challenge,
        String data,
        boolean secret,
        String session,
        Instant begun,
        Instant expires,
        int received,
        boolean answered) {

    /** Whether it can be answered at this time, or its right answer be used. */
    public boolean isValidAt(Instant now) {
        return !now.isBefore(begun) && now.isBefore(expires);
    }

    public boolean declined() {
        return ChallengeProjection.DECLINED.equals(data);
    }

    public boolean cancelled() {
        return ChallengeProjection.CANCELLED.equals(data);
    }
}
