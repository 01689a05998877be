package org.symbolon.command.auth;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.auth.port.CandidateTokens.Progress;
import org.symbolon.command.token.Token;

/**
 * What has been decided about a token that whoever has none of its type must enrol before he is let in.
 *
 * @param type its type
 * @param token the rest, for which nobody asks before it matters
 */
public record OwedTokenTerms(String type, Supplier<OwedToken> token) {

    /** Whether one of the tokens is of the type, and not unfinished. */
    boolean areMetBy(List<Candidate> candidates) {
        return candidates.stream()
                .anyMatch(candidate -> type.equals(candidate.type()) && candidate.progress() == Progress.FINISHED);
    }

    boolean areMetBy(Token token) {
        return type.equals(token.type()) && token.isFinished();
    }

    /** What somebody owes who has these tokens; empty if nothing. */
    Optional<OwedToken> owedBy(List<Candidate> candidates) {
        return areMetBy(candidates) ? Optional.empty() : Optional.of(token.get().waitingAs(waiting(candidates, type)));
    }

    /** The serial of the token of the type that a log-in has enrolled that is not answered; null if there is none. */
    static String waiting(List<Candidate> candidates, String type) {
        return candidates.stream()
                .filter(candidate -> type.equals(candidate.type()) && candidate.progress() == Progress.AWAITED)
                .map(Candidate::serial)
                .findFirst()
                .orElse(null);
    }
}
