package org.symbolon.command.auth;

import java.util.List;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.auth.port.CandidateTokens.Progress;
import org.symbolon.command.error.Refusal;
import org.symbolon.events.shared.TokenOwner;

/** Which tokens a log-in is about. */
final class TokensOfLogins {

    private final CandidateTokens candidates;

    TokensOfLogins(CandidateTokens candidates) {
        this.candidates = candidates;
    }

    List<Candidate> ofOwner(TokenOwner owner) {
        return candidates.ofOwner(owner);
    }

    /** Those of the type; the empty text stands for any. */
    static List<Candidate> ofType(String type, List<Candidate> some) {
        return some.stream()
                .filter(candidate -> type.isEmpty() || type.equalsIgnoreCase(candidate.type()))
                .toList();
    }

    /** Those of the type whose enrolment is complete. */
    static List<Candidate> usable(String type, List<Candidate> some) {
        return ofType(type, some).stream()
                .filter(candidate -> candidate.progress() != Progress.AWAITED)
                .toList();
    }

    /** The usable token with the serial, if it is of that owner and type; null and the empty text stand for any. */
    List<Candidate> usable(String serial, TokenOwner owner, String type) {
        return usable(type, candidates.withSerial(serial).stream().toList()).stream()
                .filter(candidate -> owner == null || owner.equals(candidate.owner()))
                .toList();
    }

    /**
     * The token with the serial.
     *
     * @throws Refusal 601 if there is no such token, 905 if it belongs to somebody else
     */
    Candidate require(String serial, TokenOwner owner) {
        Candidate candidate = candidates.withSerial(serial).orElseThrow(Refusal::tokenNotFound);
        if (owner != null && !owner.equals(candidate.owner())) {
            throw Refusal.parameter("Given serial does not belong to given user!");
        }
        return candidate;
    }
}
