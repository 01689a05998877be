package org.symbolon.endtoend.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.challenge.TokenQuestions;
import org.symbolon.command.challenge.TransactionIds;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokentype.Question;
import org.symbolon.events.challenge.BegunChallenge;

/** Challenges that begin, are answered and end without a log-in, a token's type or a device. */
public record TestChallenges(InProcessServer server) {

    private static final int SECONDS = 120;

    /** The id of a transaction that asks these tokens for nothing but their next values. */
    public String begin(String... serials) {
        return begin(Question.saying(""), serials);
    }

    /** The id of a transaction that asks these tokens; an empty serial stands for whichever token answers. */
    public String begin(Question question, String... serials) {
        return (String) PartOfACommand.send(server, () -> {
            String transactionId = new TransactionIds(server.bean(Randomness.class)).next();
            List<BegunChallenge> asked = new ArrayList<>();
            for (String serial : serials) {
                asked.add(serial.isEmpty() ? ofNoToken() : ofToken(transactionId, serial, question));
            }
            server.bean(Challenges.class).begin(transactionId, asked);
            return transactionId;
        });
    }

    private static BegunChallenge ofNoToken() {
        return new BegunChallenge("", null, "", "", null, "", SECONDS);
    }

    private BegunChallenge ofToken(String transactionId, String serial, Question question) {
        Token token = server.bean(Tokens.class).load(serial).invoke(found -> found);
        return server.bean(TokenQuestions.class).begun(transactionId, token, question);
    }

    public void answer(String transactionId, String serial) {
        change(transactionId, serial, transaction -> transaction.answer(serial));
    }

    public void answerWrongly(String transactionId, String serial) {
        change(transactionId, serial, transaction -> transaction.answerWrongly(serial));
    }

    public void decline(String transactionId, String serial) {
        change(transactionId, serial, transaction -> transaction.decline(serial));
    }

    public void cancel(String transactionId, String serial) {
        change(transactionId, serial, transaction -> transaction.cancel(serial));
    }

    /** Ends the challenge of this token and all others of the transaction. */
    public void endAll(String transactionId, String serial) {
        change(transactionId, serial, ChallengeTransaction::endAll);
    }

    private void change(String transactionId, String serial, Consumer<ChallengeTransaction> change) {
        PartOfACommand.send(server, () -> {
            server.bean(Challenges.class).require(transactionId, serial).execute(change);
            return null;
        });
    }
}
