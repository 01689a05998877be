package org.symbolon.command.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.auth.TriedToken.Match;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.token.Fitness;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.UnownedTokens;
import org.symbolon.command.tokentype.Findable;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.Sought;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.token.OtpRejected.Reason;
import org.symbolon.events.token.StateChange;

/**
 * Decides about claims. The search that led to one has only proposed it: here the token itself says whether it is still
 * nobody's, fit, and gives the value. A right value is used up, whether the user may have the token or not. As at a log-in
 * every decision appends to the token, so that a stale cache ends in a conflict and never in a decision.
 */
public class ClaimCommands {

    private final UnownedTokens tokens;
    private final TokenTypes types;
    private final SecretVault vault;
    private final SystemSettings settings;
    private final Clock clock;
    private final Counting counting;

    public ClaimCommands(
            UnownedTokens tokens, TokenTypes types, SecretVault vault, SystemSettings settings, Clock clock) {
        this.tokens = tokens;
        this.types = types;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
        this.counting = new Counting(settings);
    }

    @CommandHandler
    public Claimed handle(ClaimToken command) {
        if (!tokens.reserve(command.user(), command.limits())) {
            throw StaleEvidenceException.ofUser();
        }
        Aggregate<Token> aggregate = tokens.find(
                        command.serial(), command.user().realm())
                .orElseThrow(() -> new StaleEvidenceException(command.serial()));
        Token token = aggregate.invoke(found -> found);
        Instant now = clock.instant();
        Optional<StateChange> right = judge(token, command, now);
        if (right.isEmpty()) {
            TriedToken tried = new TriedToken(aggregate, token, Match.NOTHING, command.otp(), null);
            counting.reject(tried, Reason.WRONG_OTP, token.failCount(), 0, StateChange.NONE);
            return Claimed.by(Decision.withoutTokens());
        }
        Optional<String> unfit = Fitness.refusalOf(token, now);
        if (unfit.isPresent()) {
            aggregate.execute(found -> found.consume(right.get(), unfit.get()));
            return Claimed.by(Decision.withoutTokens());
        }
        Judgement.Right found = new Judgement.Right(right.get());
        return claimed(command, new TriedToken(aggregate, token, Match.VALID, command.otp(), found), found);
    }

    private Claimed claimed(ClaimToken command, TriedToken tried, Judgement.Right right) {
        Optional<String> excess = tokens.refusal(command.limits());
        if (excess.isPresent()) {
            tried.aggregate().execute(found -> found.consume(right.change(), excess.get()));
            return new Claimed(Decision.about(false, Decision.NO_TOKENS, tried), excess.get());
        }
        tokens.give(tried.aggregate(), command.user(), command.pin());
        counting.accept(tried, right);
        Decision decision = Decision.about(true, "Token assigned to user via Autoassignment", tried);
        OwedToken owed = command.owed();
        return Claimed.by(
                owed == null || owed.type().equals(tried.token().type())
                        ? decision
                        : decision.owing(owed.withPin(PinToKeep.hashed(command.pin()))));
    }

    private Optional<StateChange> judge(Token token, ClaimToken command, Instant now) {
        Sought sought = new Sought(command.otp(), now, settings, null);
        return types.find(token.type()).filter(Findable.class::isInstance).flatMap(type -> ((Findable) type)
                .find(token.view(vault), sought));
    }
}
