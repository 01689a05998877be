package org.symbolon.command.auth.port;

import java.util.List;
import java.util.Optional;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.TokenOwner;

/** Which tokens an authentication may try. The answer includes every change that any node has answered for. */
public interface CandidateTokens {

    List<Candidate> ofOwner(TokenOwner owner);

    Optional<Candidate> withSerial(String serial);

    /**
     * What must be known of a token before its PIN can be looked at.
     *
     * @param pin how its PIN is kept
     * @param owner whom the token belongs to, null for nobody
     * @param progress how far its enrolment is
     * @param active whether it is in use
     */
    record Candidate(
            String serial, String type, int otpLength, Pin pin, TokenOwner owner, Progress progress, boolean active) {

        /** One in use. */
        public Candidate(String serial, String type, int otpLength, Pin pin, TokenOwner owner, Progress progress) {
            this(serial, type, otpLength, pin, owner, progress, true);
        }

        /** A token like most. */
        public Candidate(String serial, String type, int otpLength, Pin pin, TokenOwner owner) {
            this(serial, type, otpLength, pin, owner, Progress.FINISHED);
        }
    }

    /** How far the enrolment of a token is. */
    enum Progress {
        FINISHED,
        /** Its client or its owner has something left to do. */
        UNFINISHED,
        /** A log-in has enrolled it, and is to be answered with its first value; until then it is as if it were not there. */
        AWAITED
    }
}
