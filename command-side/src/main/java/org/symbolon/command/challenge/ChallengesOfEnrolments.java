package org.symbolon.command.challenge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.effect.Effects;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.port.EnrolmentChallenges;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.events.effect.EffectCause;

/** Keeps what one step of an enrolment asks for the next among the other challenges, and plans what it sends. */
public class ChallengesOfEnrolments implements EnrolmentChallenges {

    private final Challenges challenges;
    private final TokenQuestions questions;
    private final TransactionIds ids;
    private final Effects effects;

    public ChallengesOfEnrolments(
            Challenges challenges, TokenQuestions questions, TransactionIds ids, Effects effects) {
        this.challenges = challenges;
        this.questions = questions;
        this.ids = ids;
        this.effects = effects;
    }

    @Override
    public Optional<OpenChallenge> find(String transactionId, Token token, Instant now) {
        return challenges
                .find(transactionId)
                .flatMap(found -> found.invoke(it -> questions.open(transactionId, it, token, now)));
    }

    @Override
    public String begin(Token token, Question question) {
        String transactionId = ids.next();
        challenges.begin(transactionId, List.of(questions.begun(transactionId, token, question)));
        return transactionId;
    }

    @Override
    public List<String> send(Token token, String transactionId, List<Effect> sent) {
        EffectCause cause = new EffectCause(token.serial(), transactionId);
        return sent.stream()
                .map(effect -> effects.planAwaited(effect, cause, null))
                .toList();
    }

    @Override
    public void end(String transactionId) {
        challenges.find(transactionId).ifPresent(found -> found.execute(ChallengeTransaction::endAll));
    }
}
