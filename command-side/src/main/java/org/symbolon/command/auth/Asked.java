package org.symbolon.command.auth;

import java.time.Instant;
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

    /**
     * What one token was asked.
     *
     * @param attributes what the client needs to answer, under the names of the wire
     * @param image something to show beside the message, null for nothing
     * @param dates by when something of the token is to be changed
     * @param forPin whether a new PIN is asked for
     */
    public record Question(
            String serial,
            String type,
            ClientMode clientMode,
            String message,
            Map<String, Object> attributes,
            String image,
            ChangeDates dates,
            boolean forPin) {

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
                    question.challenge().equals(Questioning.PIN_RESET));
        }
    }
}
