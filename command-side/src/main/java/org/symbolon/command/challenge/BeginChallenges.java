package org.symbolon.command.challenge;

import java.util.List;
import org.symbolon.command.secret.Secret;

/**
 * Begin a transaction with these challenges, at most one for each token.
 *
 * @param transactionId null for a new one
 */
public record BeginChallenges(String transactionId, List<NewChallenge> challenges) {

    /**
     * What a token is to be asked.
     *
     * @param serial empty for whichever token answers
     * @param challenge what the answer must fit; perhaps empty
     * @param data what has to be remembered until then; perhaps empty
     * @param secretData the same where nobody may see it, null for nothing
     * @param session which step of several this is; perhaps empty
     * @param validSeconds for how long it can be answered, null for what the settings say of the token's type
     */
    public record NewChallenge(
            String serial, String challenge, String data, Secret secretData, String session, Integer validSeconds) {

        /** A challenge that asks for nothing but the token's next value. */
        public static NewChallenge of(String serial) {
            return new NewChallenge(serial, "", "", null, "", null);
        }
    }
}
