package org.symbolon.command.token.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;

/** The challenges by which one step of an enrolment asks for the next, and what is sent with them. */
public interface EnrolmentChallenges {

    /** The token's challenge in the transaction, if it can be answered now. */
    Optional<OpenChallenge> find(String transactionId, Token token, Instant now);

    /** Asks the token this, and answers the id of the transaction. */
    String begin(Token token, Question question);

    /**
     * Has this happen outside, and answers the ids of what the client waits for.
     *
     * @param transactionId of the challenge that it belongs to, null for none
     */
    List<String> send(Token token, String transactionId, List<Effect> effects);

    /** The transaction is answered. */
    void end(String transactionId);
}
