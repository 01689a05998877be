package org.symbolon.command.tokentype;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.error.Refusal;

/** The endpoint of a type at which devices do their part of an enrolment. What they send must prove that they may. */
public interface EnrollingEndpoint extends TypeEndpoint {

    /** The parameters of the next step of an enrolment, if a call is one. */
    Optional<Map<String, String>> step(TypeCall call);

    /** Whether a log-in that enrols the token has waited with this challenge for this very step. */
    boolean isAwaited(OpenChallenge challenge, TypeCall call);

    /** The refusal of a step of a token that is not there, or of another type. */
    Refusal nothingWaits();

    /** What is answered once the step is done. */
    TypeReply done(String serial, List<Disclosure> shown);
}
