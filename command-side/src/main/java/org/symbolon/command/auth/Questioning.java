package org.symbolon.command.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.challenge.TokenQuestions;
import org.symbolon.command.challenge.TransactionIds;
import org.symbolon.command.config.ChallengeValidity;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.effect.Effects;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.FailCounter;
import org.symbolon.command.token.Fitness;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.effect.EffectCause;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

/**
 * Asks tokens a challenge. Also a token that is not asked keeps the fact that it was to be, so that a node whose copy of it is
 * stale finds that out.
 */
final class Questioning {

    private static final String DISABLED = "Token is disabled";

    private final Challenges challenges;
    private final OwnQuestions own;
    private final TokenQuestions begun;
    private final TransactionIds ids;
    private final TokenTypes types;
    private final SystemSettings settings;
    private final SecretVault vault;
    private final Effects effects;
    private final Randomness randomness;

    Questioning(
            Challenges challenges,
            TokenTypes types,
            SystemSettings settings,
            SecretVault vault,
            Effects effects,
            Randomness randomness) {
        this.challenges = challenges;
        this.effects = effects;
        ChallengeValidity validity = new ChallengeValidity(settings);
        this.own = new OwnQuestions(validity);
        this.begun = new TokenQuestions(vault, validity);
        this.ids = new TransactionIds(randomness);
        this.types = types;
        this.settings = settings;
        this.vault = vault;
        this.randomness = randomness;
    }

    /**
     * Asks those that are active and fit, all in one transaction; empty if none is even active.
     *
     * @param needed by serial, what has to be answered beside what was right
     * @param fields what token types have asked to see of the request
     */
    Optional<Asked> ask(
            List<Aggregate<Token>> tokens,
            Map<String, Judgement.NeedsMore> needed,
            Map<String, String> fields,
            LoginTerms terms,
            Holder holder,
            Instant now) {
        List<Aggregate<Token>> active = new ArrayList<>();
        for (Aggregate<Token> aggregate : tokens) {
            if (aggregate.<Boolean>invoke(Token::active)) {
                active.add(aggregate);
            } else {
                aggregate.execute(token -> token.refuseChallenge(DISABLED));
            }
        }
        if (active.isEmpty()) {
            return Optional.empty();
        }
        for (Aggregate<Token> aggregate : tokens) {
            aggregate.execute(token -> count(token, terms, now));
        }
        return Optional.of(askActive(active, needed, terms, holder, new Round(now, fields)));
    }

    private void count(Token token, LoginTerms terms, Instant now) {
        FailCounter.resetIfExpired(token, settings, now);
        if (terms.challenges().countAsFailures()) {
            FailCounter.raise(token);
        }
    }

    private Asked askActive(
            List<Aggregate<Token>> active,
            Map<String, Judgement.NeedsMore> needed,
            LoginTerms terms,
            Holder holder,
            Round round) {
        for (Aggregate<Token> aggregate : active) {
            Token token = aggregate.invoke(found -> found);
            Optional<String> refusal = Fitness.refusalOf(token, round.now);
            if (refusal.isPresent()) {
                aggregate.execute(found -> found.refuseChallenge(refusal.get()));
                round.messages.add(refusal.get());
            } else {
                Judgement.NeedsMore more = Optional.ofNullable(needed.get(token.serial()))
                        .orElseGet(() -> new Judgement.NeedsMore(asked(token, terms, holder, round), StateChange.NONE));
                aggregate.execute(found -> begin(found, more));
                round.ask(token, more.question());
            }
        }
        return round.begin();
    }

    private Question asked(Token token, LoginTerms terms, Holder holder, Round round) {
        TokenType type = types.require(token.type());
        return type.ask(token.view(vault), round.asking(type, terms, holder));
    }

    private static void begin(Token token, Judgement.NeedsMore more) {
        token.beginChallenge(more.change().and(more.question().change()));
    }

    /** What log-ins ask for themselves. */
    OwnQuestions own() {
        return own;
    }

    /** Asks one token something else, of which it has a fact already, or gets one otherwise. */
    Asked askAbout(Question question, Aggregate<Token> aggregate, Secret remembered, Instant now) {
        Round round = new Round(now, Map.of());
        round.ask(aggregate.invoke(found -> found), question, remembered);
        return round.begin();
    }

    /** Asks one token what has still to be answered beside what was right; with what of it was shown, if it was. */
    Asked askMore(Judgement.NeedsMore more, Aggregate<Token> aggregate, Secret shown, Instant now) {
        aggregate.execute(token -> begin(token, more));
        Round round = new Round(now, Map.of());
        round.ask(aggregate.invoke(found -> found), more.question(), shown);
        return round.begin();
    }

    /** What a right value causes outside, for which nobody waits. */
    void cause(Judgement.Right right, Token token) {
        EffectCause cause = new EffectCause(token.serial(), null);
        right.effects().forEach(effect -> effects.plan(effect, cause, null));
    }

    /** Questions that are asked together, in one transaction. */
    private final class Round {

        private final Instant now;
        private final Map<String, String> fields;
        private final Map<String, Map<String, Object>> shared = new HashMap<>();
        private final List<String> messages = new ArrayList<>();
        private final List<Asked.Question> questions = new ArrayList<>();
        private final List<BegunChallenge> asked = new ArrayList<>();
        private String transactionId;

        Round(Instant now, Map<String, String> fields) {
            this.now = now;
            this.fields = fields;
        }

        private Asking asking(TokenType type, LoginTerms terms, Holder holder) {
            return new Asking(
                    ChallengeRules.textFor(terms.challenges(), type),
                    transactionId(),
                    shared.computeIfAbsent(type.name(), name -> new HashMap<>()),
                    new Circumstances(now, settings, randomness, new TypeTerms(terms.saidTo(type.name())), holder),
                    type.describe().seen(fields));
        }

        private void ask(Token token, Question question) {
            ask(token, question, null);
        }

        private void ask(Token token, Question asking, Secret remembered) {
            Question question = asking.in(transactionId());
            messages.add(question.message());
            BegunChallenge challenge = begun.begun(transactionId(), token, question, remembered);
            questions.add(Asked.Question.of(token, types.require(token.type()), question, now)
                    .awaiting(planned(challenge, question)));
            asked.add(challenge);
        }

        /** What is to be sent is of use only as long as it can be answered. */
        private List<String> planned(BegunChallenge challenge, Question question) {
            Instant end = now.plusSeconds(challenge.validSeconds());
            List<String> planned = new ArrayList<>();
            for (Effect effect : question.effects()) {
                EffectCause cause = new EffectCause(challenge.serial(), transactionId());
                planned.add(effects.planAwaited(effect, cause, end));
            }
            return planned;
        }

        private Asked begin() {
            if (asked.isEmpty()) {
                return new Asked(null, List.of(), messages);
            }
            asked.sort(Comparator.comparing(BegunChallenge::serial));
            challenges.begin(transactionId(), asked);
            return new Asked(transactionId(), questions, messages);
        }

        private String transactionId() {
            if (transactionId == null) {
                transactionId = ids.next();
            }
            return transactionId;
        }
    }
}
