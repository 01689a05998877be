package org.symbolon.command.auth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.auth.port.Holders;
import org.symbolon.command.token.EnrolmentEvidence;
import org.symbolon.command.tokentype.EnrollableByLogin;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.auth.OwedTokenTerms;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenLimit;

/** Finds out which token somebody has to enrol before he is let in, and what he is shown in it. */
public final class OwedEvidence {

    private final TokenTypes types;
    private final Holders holders;
    private final EnrolmentEvidence enrolments;

    public OwedEvidence(TokenTypes types, Holders holders, EnrolmentEvidence enrolments) {
        this.types = types;
        this.holders = holders;
        this.enrolments = enrolments;
    }

    /** Whether one of the tokens is of the type that is wanted, in whatever state; where none is wanted they are good enough. */
    static boolean areMet(OwedTokenTerms terms, List<Candidate> tokens) {
        return terms == null || OwedTokens.areMet(terms.type().strip(), tokens);
    }

    /**
     * What somebody owes who has these tokens; null if nothing. A type that does not exist, or that no log-in can enrol, is
     * none.
     *
     * @param login his name, null where it is not known
     */
    OwedToken of(OwedTokenTerms terms, String login, TokenOwner owner, List<Candidate> tokens) {
        if (areMet(terms, tokens)) {
            return null;
        }
        return types.find(terms.type().strip())
                .filter(EnrollableByLogin.class::isInstance)
                .map(type -> token(type, terms, login, owner, tokens))
                .orElse(null);
    }

    private OwedToken token(
            TokenType type, OwedTokenTerms terms, String login, TokenOwner owner, List<Candidate> tokens) {
        Map<String, String> parameters = new HashMap<>();
        terms.parameters().forEach((name, said) -> {
            if (said.value() != null) {
                parameters.put(name, said.value());
            }
        });
        List<TokenLimit> limits = terms.quota().limits(owner, null, type.name()).stream()
                .map(Ruled::value)
                .filter(Objects::nonNull)
                .toList();
        String shown = parameters.getOrDefault("tokenlabel", "")
                + parameters.getOrDefault("tokenissuer", "")
                + terms.toType().values();
        return new OwedToken(owner, holders.of(login, owner, Holder.isNamedIn(shown)), type.name(), parameters, limits)
                .under(new TypeTerms(terms.toType()))
                .asIn(terms)
                .waitingAs(OwedTokens.waiting(tokens, type.name()))
                .gatheredBy(enrolments);
    }
}
