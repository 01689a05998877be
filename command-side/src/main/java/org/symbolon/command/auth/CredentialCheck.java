package org.symbolon.command.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.auth.CheckCredentials.Trial;
import org.symbolon.command.auth.TriedToken.Match;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokentype.Attempt;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.Verification;

/**
 * Decides about a log-in: loads the tokens in the order of their serials, tries each, and lets the best kind of match
 * decide. Every decision appends to at least one token, so that a stale cache ends in a conflict and never in a second
 * acceptance of one OTP value.
 */
public class CredentialCheck {

    private final Tokens tokens;
    private final TokenTypes types;
    private final SecretVault vault;
    private final SystemSettings settings;
    private final Clock clock;
    private final Verdicts verdicts;

    public CredentialCheck(Tokens tokens, TokenTypes types, SecretVault vault, SystemSettings settings, Clock clock) {
        this.tokens = tokens;
        this.types = types;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
        this.verdicts = new Verdicts(settings);
    }

    @CommandHandler
    public Decision handle(CheckCredentials command) {
        if (command.trials().isEmpty()) {
            return Decision.without("The user has no tokens assigned");
        }
        Instant now = clock.instant();
        List<TriedToken> tried = new ArrayList<>(command.trials().size());
        for (Trial trial : inOrderOfSerials(command.trials())) {
            Aggregate<Token> aggregate = load(trial, command);
            Token token = aggregate.invoke(found -> found);
            if (!token.revoked()) {
                tried.add(tryOne(aggregate, token, trial, now));
            }
        }
        if (command.recalled() && tried.stream().noneMatch(one -> one.match() == Match.VALID)) {
            throw StaleEvidenceException.ofUser();
        }
        if (tried.isEmpty()) {
            throw Refusal.tokenLocked();
        }
        if (command.otpOnly()) {
            return verdicts.onValueAlone(tried.get(0));
        }
        tried.sort(Comparator.comparing(one -> one.token().type().charAt(0)));
        return verdicts.on(tried, now);
    }

    private static List<Trial> inOrderOfSerials(List<Trial> trials) {
        if (trials.size() < 2) {
            return trials;
        }
        return trials.stream().sorted(Comparator.comparing(Trial::serial)).toList();
    }

    /** The evidence must have been gathered from the state that decides. */
    private Aggregate<Token> load(Trial trial, CheckCredentials command) {
        Aggregate<Token> aggregate =
                tokens.find(trial.serial()).orElseThrow(() -> new StaleEvidenceException(trial.serial()));
        Token token = aggregate.invoke(found -> found);
        boolean samePin = token.pinHash().equals(trial.pinHash());
        boolean sameOwner = command.owner() == null || command.owner().equals(token.owner());
        if (!samePin || !sameOwner) {
            throw new StaleEvidenceException(trial.serial());
        }
        return aggregate;
    }

    private TriedToken tryOne(Aggregate<Token> aggregate, Token token, Trial trial, Instant now) {
        Optional<TokenType> type = types.find(token.type());
        if (!trial.longEnough() || !trial.pinMatches() || type.isEmpty()) {
            return new TriedToken(aggregate, token, Match.NOTHING, null);
        }
        Attempt attempt = new Attempt(trial.otp(), now, settings);
        Verification verification = type.get().verify(token.view(), vault.unseal(token.seed()), attempt);
        if (verification instanceof Verification.Right) {
            return new TriedToken(aggregate, token, Match.VALID, verification);
        }
        return new TriedToken(aggregate, token, Match.PIN, verification);
    }
}
