package org.symbolon.app.inquiry;

import java.util.List;
import org.springframework.stereotype.Component;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.token.KnownToken;
import org.symbolon.command.token.port.KnownTokens;
import org.symbolon.command.tokentype.webauthn.OwnCredentials;

/** Finds out which credentials somebody has enrolled: they are the secrets of his tokens. */
@Component
public final class EnrolledCredentials {

    private final CandidateTokens candidates;
    private final KnownTokens known;

    EnrolledCredentials(CandidateTokens candidates, KnownTokens known) {
        this.candidates = candidates;
        this.known = known;
    }

    public OwnCredentials.Ids of(OwnCredentials wanted) {
        List<String> ids = candidates.ofOwner(wanted.owner()).stream()
                .filter(candidate -> candidate.type().equals(wanted.type()))
                .map(Candidate::serial)
                .flatMap(serial -> known.find(serial, null).stream())
                .map(KnownToken::token)
                .filter(token -> token.rolloutState().isEmpty())
                .map(token -> token.secret().reveal())
                .filter(id -> !id.isEmpty())
                .sorted()
                .toList();
        return new OwnCredentials.Ids(ids);
    }
}
