package org.symbolon.command.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.command.tokentype.TokenType;

/**
 * Which tokens were asked a challenge.
 *
 * @param transactionId the transaction of all of them, null if none was asked
 * @param messages what people are told: of each token the question, or why it was not asked
 */
public record Asked(String transactionId, List<Question> questions, List<String> messages) {

    public static final Asked NOBODY = new Asked(null, List.of(), List.of());

    public Asked {
        questions = List.copyOf(questions);
        messages = List.copyOf(messages);
    }

    boolean isAwaiting() {
        return questions.stream().anyMatch(question -> !question.awaited().isEmpty());
    }

    /** The same without the questions that nobody can answer; people are told why. */
    public Asked without(Collection<Question> failed) {
        List<String> told = new ArrayList<>(messages);
        int from = 0;
        for (Question question : questions) {
            int place = from + told.subList(from, told.size()).indexOf(question.message());
            if (failed.contains(question)) {
                told.set(place, question.failure());
            }
            from = place + 1;
        }
        List<Question> left = questions.stream()
                .filter(question -> !failed.contains(question))
                .toList();
        return new Asked(left.isEmpty() ? null : transactionId, left, told);
    }

    /**
     * What one token was asked.
     *
     * @param attributes what the client needs to answer, under the names of the wire
     * @param image something to show beside the message, null for nothing
     * @param dates by when something of the token is to be changed
     * @param forPin whether a new PIN is asked for
     * @param awaited the ids of the effects without which nobody can answer, such as the mail with the value
     * @param failure what people are told where one of them fails
     */
    public record Question(
            String serial,
            String type,
            ClientMode clientMode,
            String message,
            Map<String, Object> attributes,
            String image,
            ChangeDates dates,
            boolean forPin,
            List<String> awaited,
            String failure) {

        /** One that nothing outside is needed for. */
        public Question(
                String serial,
                String type,
                ClientMode clientMode,
                String message,
                Map<String, Object> attributes,
                String image,
                ChangeDates dates,
                boolean forPin) {
            this(serial, type, clientMode, message, attributes, image, dates, forPin, List.of(), null);
        }

        /** What the token's type asks, by the way that is usual with it unless it says another. */
        static Question of(Token token, TokenType type, org.symbolon.command.tokentype.Question question, Instant now) {
            return new Question(
                    token.serial(),
                    token.type(),
                    Objects.requireNonNullElse(question.mode(), type.describe().clientMode()),
                    question.message(),
                    question.attributes(),
                    question.image(),
                    ChangeDates.of(token, now),
                    question.challenge().equals(OwnQuestions.PIN_RESET));
        }

        /** The same for which these effects are waited for. */
        Question awaiting(List<String> effects, String told) {
            return new Question(
                    serial, type, clientMode, message, attributes, image, dates, forPin, List.copyOf(effects), told);
        }
    }
}
