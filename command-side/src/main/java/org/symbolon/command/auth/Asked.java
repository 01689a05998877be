package org.symbolon.command.auth;

import java.util.List;
import org.symbolon.command.tokentype.ClientMode;

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
     * @param dates by when something of the token is to be changed
     * @param forPin whether a new PIN is asked for
     */
    public record Question(
            String serial, String type, ClientMode clientMode, String message, ChangeDates dates, boolean forPin) {}
}
