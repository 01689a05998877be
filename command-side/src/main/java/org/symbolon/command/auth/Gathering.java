package org.symbolon.command.auth;

import java.util.List;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.auth.port.Holders;
import org.symbolon.command.auth.port.UserPasswords;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.shared.TokenOwner;

/** Where evidence comes from. */
record Gathering(
        TokensOfLogins tokens,
        CandidateMemory memory,
        Trials trials,
        PinEvidence newPins,
        UserPasswords passwords,
        LoginCache cache,
        ClaimEvidence claims,
        OwedEvidence owed,
        Holders holders) {

    /** Who has the tokens: all of them are of one owner, if of any. */
    Holder holderOf(String login, List<Candidate> owned) {
        TokenOwner owner = owned.get(0).owner();
        return owner == null ? Holder.NOBODY : holders.of(login, owner, true);
    }

    /** The findings, remembered for a while if policies want that. */
    Findings cacheable(LoginSubject.User user, LoginAttempt attempt, Findings findings) {
        return attempt.terms().layers().cache() == null
                ? findings
                : findings.toBeCached(cache.digest(user, attempt.typed()));
    }
}
