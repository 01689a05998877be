package org.symbolon.command.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.auth.Decision.Ground;
import org.symbolon.command.auth.TriedToken.Match;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.token.Fitness;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.UnownedTokens;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Findable;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.Sought;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.auth.Denial;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.token.OtpRejected.Reason;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenLimit;

/**
 * Decides about claims. The search that led to one has only proposed it: here the token itself says whether it is still
 * nobody's, fit, and gives the value. A right value is used up, whether the user may have the token or not. As at a log-in
 * every decision appends to the token, so that a stale cache ends in a conflict and never in a decision.
 */
public class Claims {

    private final UnownedTokens tokens;
    private final TokenTypes types;
    private final SecretVault vault;
    private final SystemSettings settings;
    private final ClaimGuesses guesses;
    private final Clock clock;
    private final Counting counting;

    public Claims(
            UnownedTokens tokens,
            TokenTypes types,
            SecretVault vault,
            SystemSettings settings,
            ClaimGuesses guesses,
            Clock clock) {
        this.tokens = tokens;
        this.types = types;
        this.vault = vault;
        this.settings = settings;
        this.guesses = guesses;
        this.clock = clock;
        this.counting = new Counting(settings);
    }

    /** What comes of the claim of a user who has no token; empty if he makes none. */
    Optional<Judged> claim(LogIn login, Reading reading) {
        if (!login.findings().tokenless() || !(login.subject() instanceof LoginSubject.User user)) {
            return Optional.empty();
        }
        Optional<Decision> fault = reading.faultOf(login.terms().layers().claim());
        if (fault.isPresent()) {
            return fault.map(Judged::without);
        }
        if (login.findings().triedTooOften()) {
            return Optional.of(
                    Judged.without(Decision.withoutTokens().remarking("too many attempts to claim a token")));
        }
        return Optional.ofNullable(login.findings().claim()).map(claim -> claim(login, user, claim, reading));
    }

    private Judged claim(LogIn login, LoginSubject.User user, Claim claim, Reading reading) {
        List<TokenLimit> limits = new ArrayList<>();
        for (Ruled<TokenLimit> limit :
                login.terms().layers().claim().value().quota().limits(user.owner(), claim.serial(), claim.type())) {
            Optional<Decision> fault = reading.faultOf(limit);
            if (fault.isPresent()) {
                return Judged.without(fault.get());
            }
            limits.add(limit.value());
        }
        return claim(user, claim, limits);
    }

    private Judged claim(LoginSubject.User user, Claim claim, List<TokenLimit> limits) {
        if (!tokens.reserve(user.owner(), limits)) {
            throw StaleEvidenceException.ofUser();
        }
        Aggregate<Token> aggregate = tokens.find(claim.serial(), user.owner().realm())
                .orElseThrow(() -> new StaleEvidenceException(claim.serial()));
        Token token = aggregate.invoke(found -> found);
        Instant now = clock.instant();
        Optional<StateChange> right = judge(token, claim, now);
        if (right.isEmpty()) {
            TriedToken tried = new TriedToken(aggregate, token, Match.NOTHING, Credential.of(claim.otp()), null);
            counting.reject(tried, Reason.WRONG_OTP, token.failCount(), 0, StateChange.NONE);
            return Judged.without(Decision.withoutTokens());
        }
        Optional<String> unfit = Fitness.refusalOf(token, now);
        if (unfit.isPresent()) {
            aggregate.execute(found -> found.consume(right.get(), unfit.get()));
            return Judged.without(Decision.withoutTokens());
        }
        Judgement.Right found = new Judgement.Right(right.get());
        TriedToken tried = new TriedToken(aggregate, token, Match.VALID, Credential.of(claim.otp()), found);
        return new Judged(claimed(user, claim, limits, tried, found), List.of(tried));
    }

    private Decision claimed(
            LoginSubject.User user, Claim claim, List<TokenLimit> limits, TriedToken tried, Judgement.Right right) {
        Optional<String> excess = tokens.refusal(limits);
        if (excess.isPresent()) {
            tried.aggregate().execute(found -> found.consume(right.change(), excess.get()));
            return Decision.about(false, Decision.NO_TOKENS, tried).denied(Denial.ofPolicy(excess.get()));
        }
        tokens.give(tried.aggregate(), user.owner(), claim.pin());
        counting.accept(tried, right);
        guesses.forget(user.owner());
        return Decision.about(true, "Token assigned to user via Autoassignment", tried)
                .on(Ground.CLAIM);
    }

    private Optional<StateChange> judge(Token token, Claim claim, Instant now) {
        Sought sought = new Sought(claim.otp(), now, settings, null);
        return types.find(token.type()).filter(Findable.class::isInstance).flatMap(type -> ((Findable) type)
                .find(token.view(vault), sought));
    }
}
