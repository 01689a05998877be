package org.symbolon.command.challenge;

import java.time.Clock;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.challenge.port.OpenTransactions;
import org.symbolon.command.error.OutdatedException;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.token.Enrolled;
import org.symbolon.command.token.EnrolmentCommands;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokentype.EnrollingEndpoint;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeCall;

/**
 * Lets devices do their part of an enrolment, of tokens that are there: nobody has to log in for it. A log-in that enrols the token and
 * waits for this very device is answered with it.
 */
public class DeviceEnrolments {

    private final EnrolmentCommands enrolments;
    private final Tokens tokens;
    private final TokenTypes types;
    private final Challenges challenges;
    private final OpenTransactions open;
    private final TokenQuestions questions;
    private final Clock clock;

    public DeviceEnrolments(
            EnrolmentCommands enrolments,
            Tokens tokens,
            TokenTypes types,
            Challenges challenges,
            OpenTransactions open,
            TokenQuestions questions,
            Clock clock) {
        this.enrolments = enrolments;
        this.tokens = tokens;
        this.types = types;
        this.challenges = challenges;
        this.open = open;
        this.questions = questions;
        this.clock = clock;
    }

    /** What the device is told. */
    @CommandHandler
    public Enrolled handle(EnrolOnDevice command) throws Exception {
        EnrollToken step = command.step();
        TokenType type = types.require(step.parameters().get("type"));
        EnrollingEndpoint endpoint = type.endpoint()
                .filter(EnrollingEndpoint.class::isInstance)
                .map(EnrollingEndpoint.class::cast)
                .orElseThrow();
        Aggregate<Token> token = tokens.find(step.parameters().get("serial"))
                .filter(found -> found.invoke(Token::type).equals(type.name()))
                .orElseThrow(endpoint::nothingWaits);
        if (!command.afresh()) {
            throw new OutdatedException("What is remembered of a token may be outdated");
        }
        Enrolled enrolled = enrolments.handle(step);
        answerLogIns(endpoint, token.invoke(found -> found), command.call());
        return enrolled;
    }

    private void answerLogIns(EnrollingEndpoint endpoint, Token token, TypeCall call) {
        for (String transactionId : open.of(token.serial(), clock.instant())) {
            Optional<Aggregate<ChallengeTransaction>> transaction = challenges.find(transactionId);
            boolean awaited = transaction
                    .flatMap(found -> found.invoke(it -> questions.open(transactionId, it, token, clock.instant())))
                    .filter(challenge -> endpoint.isAwaited(challenge, call))
                    .isPresent();
            if (awaited) {
                transaction.get().execute(it -> it.answer(token.serial()));
            }
        }
    }
}
