package org.symbolon.command.challenge;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.challenge.port.OpenTransactions;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Confirmation;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeCall;
import org.symbolon.command.tokentype.TypeEndpoint;
import org.symbolon.command.tokentype.TypeEndpoint.Subject;
import org.symbolon.command.tokentype.TypeReply;
import org.symbolon.events.shared.Secret;

/**
 * Lets types answer at their endpoints. What a call means for an open challenge is decided by the type and becomes a fact: a right
 * answer is told to whoever polls, and the log-in that names the transaction ends it.
 */
public class TypeCallCommands {

    private final Tokens tokens;
    private final TokenTypes types;
    private final Challenges challenges;
    private final OpenTransactions open;
    private final TokenQuestions questions;
    private final SecretVault vault;
    private final SystemSettings settings;
    private final Randomness randomness;
    private final Clock clock;

    public TypeCallCommands(
            Tokens tokens,
            TokenTypes types,
            Challenges challenges,
            OpenTransactions open,
            TokenQuestions questions,
            SecretVault vault,
            SystemSettings settings,
            Randomness randomness,
            Clock clock) {
        this.tokens = tokens;
        this.types = types;
        this.challenges = challenges;
        this.open = open;
        this.questions = questions;
        this.vault = vault;
        this.settings = settings;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** What the type answers. */
    @CommandHandler
    public TypeReply handle(CallTokenType command) {
        TokenType type = types.require(command.type());
        TypeEndpoint endpoint = type.endpoint()
                .orElseThrow(() -> Refusal.parameter("The token type " + type.name() + " has no endpoint of its own."));
        Circumstances now = new Circumstances(clock.instant(), settings, randomness);
        Optional<Subject> subject = endpoint.serial(command.call())
                .flatMap(tokens::find)
                .filter(found -> found.invoke(Token::type).equals(type.name()) && !found.<Boolean>invoke(Token::locked))
                .map(found -> subject(type, found, command.call(), now));
        return endpoint.answer(command.call(), subject, now);
    }

    private Subject subject(TokenType type, Aggregate<Token> aggregate, TypeCall call, Circumstances now) {
        Token token = aggregate.invoke(found -> found);
        TokenView view = token.view(vault);
        List<OpenChallenge> asked = new ArrayList<>();
        Optional<Confirmation> confirmed = Optional.empty();
        for (String transactionId : open.of(token.serial(), now.now())) {
            Optional<Aggregate<ChallengeTransaction>> transaction = challenges.find(transactionId);
            Optional<OpenChallenge> challenge = transaction.flatMap(
                    found -> found.invoke(it -> questions.open(transactionId, it, token, now.now())));
            challenge.ifPresent(asked::add);
            if (challenge.isPresent() && confirmed.isEmpty()) {
                confirmed = type.confirm(view, challenge.get(), credential(call, challenge.get()), now);
                confirmed.ifPresent(found -> keep(found, aggregate, transaction.get(), token.serial()));
            }
        }
        return new Subject(view, List.copyOf(asked), confirmed);
    }

    private static Credential credential(TypeCall call, OpenChallenge challenge) {
        return new Credential(Secret.EMPTY, call.parameters(), Optional.of(challenge), Gathered.NOTHING);
    }

    private static void keep(
            Confirmation found, Aggregate<Token> token, Aggregate<ChallengeTransaction> transaction, String serial) {
        if (!found.change().isNothing()) {
            token.execute(it -> it.consume(found.change(), null));
        }
        transaction.execute(it -> {
            switch (found.outcome()) {
                case RIGHT -> it.answer(serial);
                case WRONG -> it.answerWrongly(serial);
                case DECLINED -> it.decline(serial);
            }
        });
    }
}
