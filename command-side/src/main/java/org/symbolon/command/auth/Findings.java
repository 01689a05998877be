package org.symbolon.command.auth;

import java.util.List;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;

/**
 * What was found for a log-in before any lock was taken, beside what concerns the tokens that are tried. A decision looks again
 * at whatever can have changed.
 *
 * @param cached the cached log-in that lets somebody in, null for none
 * @param outdated the cached log-ins that let nobody in any more
 * @param cacheDigest the digest under which the log-in can be cached, null where it is not to be
 * @param tokenless whether the user has no token at all
 * @param passwordRight whether what was typed is the password of a user without tokens, where policies say that it counts
 * @param claim the token that he can claim, null for none
 * @param triedTooOften whether he tries so often to claim one that nobody looks any more
 * @param owed the token that he has to enrol before he is let in, null for none
 * @param holder who he is, where a type wants to know
 */
public record Findings(
        Long cached,
        List<Long> outdated,
        String cacheDigest,
        boolean tokenless,
        boolean passwordRight,
        Claim claim,
        boolean triedTooOften,
        OwedToken owed,
        Holder holder) {

    public static final Findings NONE =
            new Findings(null, List.of(), null, false, false, null, false, null, Holder.NOBODY);

    public Findings {
        outdated = List.copyOf(outdated);
    }

    Findings cached(long entry) {
        return new Findings(entry, outdated, cacheDigest, tokenless, passwordRight, claim, triedTooOften, owed, holder);
    }

    Findings outdated(List<Long> entries) {
        return new Findings(cached, entries, cacheDigest, tokenless, passwordRight, claim, triedTooOften, owed, holder);
    }

    Findings toBeCached(String digest) {
        return new Findings(cached, outdated, digest, tokenless, passwordRight, claim, triedTooOften, owed, holder);
    }

    Findings tokenless(boolean right) {
        return new Findings(cached, outdated, cacheDigest, true, right, claim, triedTooOften, owed, holder);
    }

    Findings claiming(Claim found) {
        return new Findings(
                cached, outdated, cacheDigest, tokenless, passwordRight, found, triedTooOften, owed, holder);
    }

    Findings tryingTooOften() {
        return new Findings(cached, outdated, cacheDigest, tokenless, passwordRight, claim, true, owed, holder);
    }

    /** Somebody has to enrol this token, or none if it is null. */
    public Findings owing(OwedToken token) {
        return new Findings(
                cached, outdated, cacheDigest, tokenless, passwordRight, claim, triedTooOften, token, holder);
    }

    /** The same of somebody of whom this is known. */
    Findings of(Holder known) {
        return new Findings(cached, outdated, cacheDigest, tokenless, passwordRight, claim, triedTooOften, owed, known);
    }
}
