package org.symbolon.command.challenge;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.token.FailCounter;
import org.symbolon.command.token.Fitness;
import org.symbolon.command.token.KnownToken;
import org.symbolon.command.token.LookAtToken;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokentype.OpenChallenge;

/** Shows tokens and their challenges as they are. Whoever decides by what he saw must look again when he decides. */
public class KnownTokenCommands {

    private final Tokens tokens;
    private final Challenges challenges;
    private final TokenQuestions questions;
    private final SecretVault vault;
    private final SystemSettings settings;
    private final Clock clock;

    public KnownTokenCommands(
            Tokens tokens,
            Challenges challenges,
            TokenQuestions questions,
            SecretVault vault,
            SystemSettings settings,
            Clock clock) {
        this.tokens = tokens;
        this.challenges = challenges;
        this.questions = questions;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    /** The token; empty if there is none of this serial. */
    @CommandHandler
    public Optional<KnownToken> handle(LookAtToken command) {
        return tokens.find(command.serial())
                .map(found -> found.invoke(token -> token))
                .map(token -> new KnownToken(
                        token.type(), token.view(vault), challenge(token, command.transactionId()), isFit(token)));
    }

    private boolean isFit(Token token) {
        Instant now = clock.instant();
        boolean fit = Fitness.refusalBesideEnrolment(token, now).isEmpty();
        return !token.revoked() && (fit || FailCounter.isExpired(token, settings, now));
    }

    private Optional<OpenChallenge> challenge(Token token, String transactionId) {
        return Optional.ofNullable(transactionId)
                .filter(named -> !named.isEmpty())
                .flatMap(challenges::find)
                .flatMap(found -> found.invoke(it -> questions.open(transactionId, it, token, clock.instant())));
    }
}
