package org.symbolon.command.challenge;

import java.time.Instant;
import org.symbolon.command.tokentype.Confirmation.Outcome;
import org.symbolon.command.tokentype.EnrollableByLogin;
import org.symbolon.events.challenge.BegunChallenge;

/**
 * What one token was asked, and what has come of it so far. That it expires is no event: it follows from when it began.
 *
 * @param ends when it cannot be answered any more
 * @param answered whether the last answer was right; the log-in itself is then still to come
 * @param refusal whether the user has said that it was not he, or that he does not want to any more; null where he has not
 */
public record Challenge(BegunChallenge asked, Instant begun, Instant ends, boolean answered, Outcome refusal) {

    static Challenge of(BegunChallenge asked, Instant begun) {
        return new Challenge(asked, begun, begun.plusSeconds(asked.validSeconds()), false, null);
    }

    /** Whether it can be answered at this time. */
    public boolean isValidAt(Instant now) {
        return !now.isBefore(begun) && now.isBefore(ends);
    }

    /** Whether it was asked of this very token, and not of one that had its serial before. */
    public boolean isOf(int tokenId) {
        return asked.tokenId() != null && asked.tokenId() == tokenId;
    }

    /** Whether it was asked so that a token is enrolled which whoever logs in may do without. */
    public boolean isOfOptionalEnrolment() {
        return asked.session().equals(EnrollableByLogin.OPTIONAL_SESSION);
    }

    /** Whether it was asked so that a token is enrolled by the log-in. */
    public boolean isOfEnrolment() {
        return EnrollableByLogin.isSession(asked.session()) && asked.secretData() != null;
    }

    Challenge answered(boolean right) {
        return new Challenge(asked, begun, ends, right, refusal);
    }

    Challenge prolonged(Instant until) {
        return new Challenge(asked, begun, until, answered, refusal);
    }

    Challenge refused(Outcome how) {
        return new Challenge(asked, begun, ends, answered, how);
    }
}
