package org.symbolon.command.tokentype;

import java.util.Optional;
import org.symbolon.events.shared.Secret;

/**
 * A challenge of a token that can still be answered.
 *
 * @param challenge what the answer must fit; perhaps empty
 * @param data what the type has to remember; perhaps empty
 * @param secretData the same where nobody may see it
 * @param session which step of several it is; perhaps empty
 * @param answered whether it was answered rightly by another way
 * @param refusal how it was refused by another way, null if it was not
 */
public record OpenChallenge(
        String transactionId,
        String challenge,
        String data,
        Optional<Secret> secretData,
        String session,
        boolean answered,
        Confirmation.Outcome refusal) {

    /** One that nobody has refused. */
    public OpenChallenge(
            String transactionId,
            String challenge,
            String data,
            Optional<Secret> secretData,
            String session,
            boolean answered) {
        this(transactionId, challenge, data, secretData, session, answered, null);
    }

    /** Whether nothing has come by another way yet. */
    public boolean isUndecided() {
        return !answered && refusal == null;
    }

    /** Shows nothing that an answer must fit. */
    @Override
    public String toString() {
        return "OpenChallenge[" + transactionId + "]";
    }
}
