package org.symbolon.server.http.validate;

import java.util.Optional;
import java.util.function.Supplier;
import org.symbolon.command.auth.ClaimEvidence;
import org.symbolon.command.auth.ClaimGuesses;
import org.symbolon.command.auth.ClaimToken;
import org.symbolon.command.auth.Claimed;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.auth.LoginAttempt;
import org.symbolon.command.token.port.SearchedTokens;
import org.symbolon.command.user.KnownUser;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.query.token.TokenFilter;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.readmodel.TokenPages;

/** Lets users who have no token claim one of their realm that nobody owns, by a value that it shows. */
public class LoginClaims {

    private final LoginLayers layers;
    private final Evidence evidence;
    private final ClaimEvidence claims;
    private final ClaimGuesses guesses;
    private final TokenPages tokens;

    public LoginClaims(
            LoginLayers layers, Evidence evidence, ClaimEvidence claims, ClaimGuesses guesses, TokenPages tokens) {
        this.layers = layers;
        this.evidence = evidence;
        this.claims = claims;
        this.guesses = guesses;
        this.tokens = tokens;
    }

    /**
     * Searches, each time that it is asked, for what the user can claim then; empty if he may claim nothing. Whoever tries
     * too often is not served, whatever he types.
     */
    Optional<Supplier<Optional<ClaimToken>>> attempts(ApiRequest request, KnownUser user, LoginAttempt attempt) {
        Optional<ClaimTerms> terms = layers.claiming(request, user);
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        if (!guesses.another(user.asOwner())) {
            ClaimOutcome.of(request).tooOften();
            return Optional.empty();
        }
        return Optional.of(() -> claim(user, attempt, terms.get()));
    }

    private Optional<ClaimToken> claim(KnownUser user, LoginAttempt attempt, ClaimTerms terms) {
        TokenOwner owner = user.asOwner();
        if (evidence.hasTokens(owner)) {
            return Optional.empty();
        }
        TokenFilter unowned = TokenFilter.all().assigned(false).active(true).realm(user.realm());
        SearchedTokens candidates = tokens.of(unowned, claims.types(), null);
        return claims.find(candidates, owner, attempt.typed(), terms.needsPassword())
                .map(found -> new ClaimToken(
                        found.serial(),
                        found.otp(),
                        owner,
                        user.login(),
                        found.pin(),
                        terms.limits().of(found.serial(), found.type()),
                        evidence.owedBy(owner, attempt.terms()).orElse(null)));
    }

    /** The decision that came of a command, which was a claim or a log-in like any other; only the last one counts. */
    Decision settled(ApiRequest request, KnownUser user, Object result) {
        request.notes().serial("").tokenType("");
        if (result instanceof Claimed claimed) {
            ClaimOutcome.of(request).settle(claimed);
            if (claimed.decision().accepted()) {
                guesses.forget(user.asOwner());
            }
            return claimed.decision();
        }
        ClaimOutcome.of(request).settle(null);
        return (Decision) result;
    }
}
