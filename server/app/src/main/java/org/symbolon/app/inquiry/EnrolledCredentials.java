package org.symbolon.app.inquiry;

import org.springframework.stereotype.Component;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.token.KnownToken;
import org.symbolon.command.token.port.KnownTokens;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.webauthn.OwnTokens;
import org.symbolon.command.tokentype.webauthn.OwnTokens.Owned;

/** Finds out which tokens somebody has whose devices have made their keys: the ids of these are their secrets. */
@Component
public final class EnrolledCredentials {

    private final CandidateTokens candidates;
    private final KnownTokens known;

    EnrolledCredentials(CandidateTokens candidates, KnownTokens known) {
        this.candidates = candidates;
        this.known = known;
    }

    public OwnTokens.Found of(OwnTokens wanted) {
        return new OwnTokens.Found(candidates.ofOwner(wanted.owner()).stream()
                .filter(candidate -> wanted.types().contains(candidate.type()))
                .map(Candidate::serial)
                .sorted()
                .flatMap(serial -> known.find(serial, null).stream())
                .filter(EnrolledCredentials::isMade)
                .map(token -> new Owned(token.type(), token.token()))
                .toList());
    }

    private static boolean isMade(KnownToken token) {
        return !token.token().rolloutState().equals(EnrolmentStep.WAITING)
                && !token.token().secret().isEmpty();
    }
}
