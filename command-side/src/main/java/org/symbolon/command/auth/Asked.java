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
 * @param patience for how many seconds the log-in waits for an answer by another way before it is decided; 0 where it does not
 */
public record Asked(String transactionId, List<Question> questions, List<String> messages, int patience) {

    public static final Asked NOBODY = new Asked(null, List.of(), List.of());

    public Asked {
        questions = List.copyOf(questions);
        messages = List.copyOf(messages);
    }

    /** Where nothing is waited for. */
    public Asked(String transactionId, List<Question> questions, List<String> messages) {
        this(transactionId, questions, messages, 0);
    }

    /** The same where the log-in waits so many seconds, if anybody was asked. */
    Asked waiting(int seconds) {
        return new Asked(transactionId, questions, messages, questions.isEmpty() ? 0 : seconds);
    }

    boolean isAwaiting() {
        return questions.stream().anyMatch(question -> !question.awaited().isEmpty());
    }

    /** The same where something did not reach people: who can still answer is told how, and the others why they are not asked. */
    public Asked failing(Collection<Question> failed) {
        List<String> told = new ArrayList<>(messages);
        List<Question> left = new ArrayList<>();
        int from = 0;
        for (Question question : questions) {
            int place = from + told.subList(from, told.size()).indexOf(question.message());
            if (failed.contains(question)) {
                told.set(place, question.failure());
            }
            if (!failed.contains(question) || question.stays()) {
                left.add(failed.contains(question) ? question.saying(question.failure()) : question);
            }
            from = place + 1;
        }
        return new Asked(left.isEmpty() ? null : transactionId, left, told);
    }

    /**
     * What one token was asked.
     *
     * @param attributes what the client needs to answer, under the names of the wire
     * @param beside the same for clients that look beside the serial
     * @param image something to show beside the message, null for nothing
     * @param dates by when something of the token is to be changed
     * @param ofLogin whether the log-in itself asks, and not the type of the token: for a new PIN, say
     * @param awaited the ids of the effects without which nobody can answer, such as the mail with the value
     * @param failure what people are told where one of them fails
     * @param stays whether it can be answered all the same then
     */
    public record Question(
            String serial,
            String type,
            ClientMode clientMode,
            String message,
            Map<String, Object> attributes,
            Map<String, Object> beside,
            String image,
            ChangeDates dates,
            boolean ofLogin,
            List<String> awaited,
            String failure,
            boolean stays) {

        /** One that nothing outside is needed for. */
        public Question(
                String serial,
                String type,
                ClientMode clientMode,
                String message,
                Map<String, Object> attributes,
                String image,
                ChangeDates dates,
                boolean ofLogin) {
            this(
                    serial,
                    type,
                    clientMode,
                    message,
                    attributes,
                    Map.of(),
                    image,
                    dates,
                    ofLogin,
                    List.of(),
                    null,
                    false);
        }

        /** How a device is to make the key of a token that a log-in has enrolled. */
        static Question ofEnrolment(
                String serial, String type, ClientMode mode, String message, Map<String, Object> needed) {
            return new Question(
                    serial,
                    type,
                    mode,
                    message,
                    Map.of(),
                    needed,
                    null,
                    ChangeDates.NONE,
                    false,
                    List.of(),
                    null,
                    false);
        }

        /** What the token's type asks, by the way that is usual with it unless it says another. */
        static Question of(Token token, TokenType type, org.symbolon.command.tokentype.Question question, Instant now) {
            return new Question(
                    token.serial(),
                    token.type(),
                    Objects.requireNonNullElse(question.mode(), type.describe().clientMode()),
                    question.message(),
                    question.attributes(),
                    question.beside(),
                    question.image(),
                    ChangeDates.of(token, now),
                    OwnQuestions.areAbout(question.challenge()),
                    List.of(),
                    question.failure(),
                    question.stays());
        }

        /** The same for which these effects are waited for. */
        Question awaiting(List<String> effects) {
            return with(message, List.copyOf(effects));
        }

        /** The same in other words. */
        Question saying(String text) {
            return with(text, awaited);
        }

        private Question with(String text, List<String> effects) {
            return new Question(
                    serial, type, clientMode, text, attributes, beside, image, dates, ofLogin, effects, failure, stays);
        }
    }
}
