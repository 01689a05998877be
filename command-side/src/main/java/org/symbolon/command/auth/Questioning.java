package org.symbolon.command.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.auth.Asked.Question;
import org.symbolon.command.challenge.Challenge;
import org.symbolon.command.challenge.ChallengeValidity;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.challenge.TransactionIds;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.token.FailCounter;
import org.symbolon.command.token.Fitness;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.shared.Sealed;

/**
 * Asks tokens a challenge. Also a token that is not asked keeps the fact that it was to be, so that a node whose copy of it is
 * stale finds that out.
 */
final class Questioning {

    /** The name of the challenges that ask for a new PIN. */
    static final String PIN_RESET = "generic_pin_reset";

    private static final String DISABLED = "Token is disabled";

    private final Challenges challenges;
    private final ChallengeValidity validity;
    private final TransactionIds ids;
    private final TokenTypes types;
    private final SystemSettings settings;

    Questioning(Challenges challenges, TransactionIds ids, TokenTypes types, SystemSettings settings) {
        this.challenges = challenges;
        this.validity = new ChallengeValidity(settings);
        this.ids = ids;
        this.types = types;
        this.settings = settings;
    }

    /**
     * What a challenge is about.
     *
     * @param name as the challenge keeps it, empty for the log-in itself
     * @param session which step of several it is, as the challenge keeps it; mostly empty
     */
    record Topic(String name, String session, String text, int validSeconds) {

        Topic(String name, String text, int validSeconds) {
            this(name, "", text, validSeconds);
        }
    }

    /** Asks those that are active and fit, all in one transaction; empty if none is even active. */
    Optional<Asked> ask(List<Aggregate<Token>> tokens, LoginTerms terms, Instant now) {
        List<Aggregate<Token>> active = new ArrayList<>();
        for (Aggregate<Token> aggregate : tokens) {
            if (aggregate.<Boolean>invoke(Token::active)) {
                active.add(aggregate);
            } else {
                aggregate.execute(token -> token.requestChallenge(DISABLED));
            }
        }
        if (active.isEmpty()) {
            return Optional.empty();
        }
        for (Aggregate<Token> aggregate : tokens) {
            aggregate.execute(token -> count(token, terms, now));
        }
        return Optional.of(askActive(active, terms, now));
    }

    private void count(Token token, LoginTerms terms, Instant now) {
        FailCounter.resetIfExpired(token, settings, now);
        if (terms.challenges().countAsFailures()) {
            FailCounter.raise(token);
        }
    }

    private Asked askActive(List<Aggregate<Token>> active, LoginTerms terms, Instant now) {
        List<String> messages = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        List<BegunChallenge> begun = new ArrayList<>();
        for (Aggregate<Token> aggregate : active) {
            Token token = aggregate.invoke(found -> found);
            Optional<String> refusal = Fitness.refusalOf(token, now);
            aggregate.execute(found -> found.requestChallenge(refusal.orElse(null)));
            if (refusal.isPresent()) {
                messages.add(refusal.get());
                continue;
            }
            TokenType type = types.require(token.type());
            Topic topic =
                    new Topic("", ChallengeRules.textFor(terms.challenges(), type), validity.seconds(token.type()));
            messages.add(topic.text());
            questions.add(question(token, type, topic, now));
            begun.add(begun(token, topic, null));
        }
        return begin(questions, begun, messages);
    }

    /**
     * Asks one token about something else than the log-in itself.
     *
     * @param remembered what the challenge has to keep secretly, null for nothing
     */
    Asked askAbout(Topic topic, Aggregate<Token> aggregate, Sealed remembered, Instant now) {
        Token token = aggregate.invoke(found -> found);
        Question question = question(token, types.require(token.type()), topic, now);
        return begin(List.of(question), List.of(begun(token, topic, remembered)), List.of(topic.text()));
    }

    private static Question question(Token token, TokenType type, Topic topic, Instant now) {
        return new Question(
                token.serial(),
                token.type(),
                type.clientMode(),
                topic.text(),
                ChangeDates.of(token, now),
                topic.name().equals(PIN_RESET));
    }

    private static BegunChallenge begun(Token token, Topic topic, Sealed remembered) {
        return new BegunChallenge(
                token.serial(), token.tokenId(), topic.name(), "", remembered, topic.session(), topic.validSeconds());
    }

    private Asked begin(List<Question> questions, List<BegunChallenge> begun, List<String> messages) {
        if (begun.isEmpty()) {
            return new Asked(null, List.of(), messages);
        }
        String transactionId = ids.next();
        challenges.begin(
                transactionId,
                begun.stream()
                        .sorted(Comparator.comparing(BegunChallenge::serial))
                        .toList());
        return new Asked(transactionId, questions, messages);
    }

    /** About the next value of a token that is out of step. */
    Topic nextValue(Token token) {
        return new Topic(
                "generic_resync",
                "To resync your token, please enter the next OTP value",
                validity.seconds(token.type()));
    }

    /** About the first value of a token of this type that the log-in enrols. */
    Topic enrolment(String type) {
        String text = types.require(type).textOfEnrolmentByLogin().orElseThrow();
        return new Topic("", Challenge.ENROLMENT, text, validity.seconds(type));
    }

    Topic newPin() {
        return new Topic(PIN_RESET, "Please enter a new PIN", validity.secondsForPinReset());
    }

    Topic pinAgain() {
        return new Topic(PIN_RESET, "Please enter the new PIN again", validity.secondsForPinReset());
    }
}
