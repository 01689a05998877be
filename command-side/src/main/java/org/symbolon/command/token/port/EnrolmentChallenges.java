package org.symbolon.command.token.port;

import java.time.Instant;
import java.util.Optional;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;

/** The challenges by which one step of an enrolment asks for the next. */
public interface EnrolmentChallenges {

    /** The token's challenge in the transaction, if it can be answered now. */
    Optional<OpenChallenge> find(String transactionId, Token token, Instant now);

    /** Asks the token this, and answers the id of the transaction. */
    String begin(Token token, Question question);

    /** The transaction is answered. */
    void end(String transactionId);
}
