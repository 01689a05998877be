package org.symbolon.command.challenge;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.challenge.port.OpenTransactions;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.error.OutdatedException;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.FailCounter;
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
import org.symbolon.events.token.StateChange;

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
        Circumstances now = new Circumstances(clock.instant(), settings, randomness, command.terms(), command.holder());
        Optional<Aggregate<Token>> token =
                endpoint.serial(command.call()).flatMap(tokens::find).filter(found -> isOf(type, found));
        if (!command.afresh()) {
            token.ifPresent(found -> forget(found, now.now()));
        }
        Optional<Subject> subject = token.map(found -> subject(type, found, command.call(), now))
                .or(() -> asked(type, endpoint, command.call(), now));
        TypeReply reply = endpoint.answer(command.call(), subject, now);
        token.ifPresent(found -> change(found, reply.change()));
        return reply;
    }

    /** Nothing has happened, and what was loaded is not kept: the next attempt reads what is stored. */
    private void forget(Aggregate<Token> token, Instant now) {
        open.of(token.invoke(Token::serial), now).forEach(challenges::find);
        throw new OutdatedException("What is remembered of a token may be outdated");
    }

    private static void change(Aggregate<Token> token, StateChange change) {
        if (!change.isNothing()) {
            token.execute(it -> it.consume(change, null));
        }
    }

    /** The token that was asked in the transaction that is answered: the one whose answer it is, or else any. */
    private Optional<Subject> asked(TokenType type, TypeEndpoint endpoint, TypeCall call, Circumstances now) {
        Optional<Aggregate<ChallengeTransaction>> transaction =
                endpoint.transaction(call).flatMap(challenges::find);
        List<Subject> found = transaction.stream()
                .flatMap(it -> it.invoke(ChallengeTransaction::serials).stream())
                .flatMap(serial -> tokens.find(serial).stream())
                .filter(token -> isOf(type, token))
                .flatMap(token -> answering(type, token, transaction.orElseThrow(), call, now).stream())
                .toList();
        return found.stream().filter(TypeCallCommands::isRight).findFirst().or(() -> found.stream()
                .findFirst());
    }

    private static boolean isOf(TokenType type, Aggregate<Token> token) {
        return token.invoke(Token::type).equals(type.name()) && !token.<Boolean>invoke(Token::locked);
    }

    private static boolean isRight(Subject subject) {
        return subject.confirmed()
                .filter(found -> found.outcome() == Confirmation.Outcome.RIGHT)
                .isPresent();
    }

    /** Whoever has guessed too often is not heard any more. */
    private Optional<Subject> answering(
            TokenType type,
            Aggregate<Token> aggregate,
            Aggregate<ChallengeTransaction> transaction,
            TypeCall call,
            Circumstances now) {
        Token token = aggregate.invoke(found -> found);
        TokenView view = token.view(vault);
        Optional<OpenChallenge> open = transaction
                .invoke(it -> questions.open(it.transactionId(), it, token, now.now()))
                .filter(challenge -> !challenge.answered());
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Optional<Confirmation> confirmed = attempts(token) == 0
                ? Optional.empty()
                : type.confirm(view, open.get(), credential(call, open.get()), now);
        confirmed.ifPresent(found -> keep(found, aggregate, transaction, token.serial(), now.now()));
        int left = aggregate.invoke(TypeCallCommands::attempts);
        return Optional.of(new Subject(view, List.of(open.get()), confirmed, left));
    }

    private static int attempts(Token token) {
        return Math.max(0, token.failLimit() - token.failCount());
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
                confirmed.ifPresent(found -> keep(found, aggregate, transaction.get(), token.serial(), now.now()));
            }
        }
        return new Subject(view, List.copyOf(asked), confirmed, attempts(token));
    }

    private static Credential credential(TypeCall call, OpenChallenge challenge) {
        return new Credential(Secret.EMPTY, call.parameters(), Optional.of(challenge), Gathered.NOTHING);
    }

    private static void keep(
            Confirmation found,
            Aggregate<Token> token,
            Aggregate<ChallengeTransaction> transaction,
            String serial,
            Instant now) {
        change(token, found.change());
        if (found.outcome() == Confirmation.Outcome.GUESSED) {
            token.execute(FailCounter::raise);
        }
        transaction.execute(it -> {
            switch (found.outcome()) {
                case RIGHT -> it.answer(serial);
                case WRONG, GUESSED -> it.answerWrongly(serial);
                case DECLINED -> it.decline(serial);
                case CANCELLED -> it.cancel(serial);
                case HALF -> {}
            }
            if (!found.grace().isZero()) {
                it.prolong(serial, now.plus(found.grace()));
            }
        });
    }
}
