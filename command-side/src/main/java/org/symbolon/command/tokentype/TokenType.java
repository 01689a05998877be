package org.symbolon.command.tokentype;

import java.util.Optional;
import org.symbolon.command.secret.Secret;

/**
 * A kind of token: it describes itself, says what an enrolment makes of its parameters, and judges an OTP value. A type
 * is pure: what it needs of time, chance and settings is handed to it, and what it decides is its answer.
 */
public interface TokenType {

    /** The name on the wire and in the table, lower case. */
    String name();

    /** What a generated serial begins with. */
    String serialPrefix();

    /** One line for people who choose a type. */
    String title();

    /** Whether it is among the types that people are offered when they enrol a token; by name it can always be had. */
    default boolean offered() {
        return true;
    }

    /** Whether the whole of what was typed is the PIN, with no OTP value behind or before it. */
    default boolean pinIsWholePass() {
        return false;
    }

    /** Whether a token of this type can be asked a challenge and answer it. */
    default boolean challengeable() {
        return true;
    }

    /** What a client has to do so that a challenge of this type can be answered. */
    default ClientMode clientMode() {
        return ClientMode.INTERACTIVE;
    }

    /** What a person is told who is to answer a challenge, unless somebody has decided otherwise. */
    default String challengeText() {
        return "please enter otp: ";
    }

    /**
     * What an enrolment with these parameters sets and shows.
     *
     * @throws org.symbolon.command.error.Refusal if a parameter is missing or malformed
     */
    Enrolment enrol(EnrolmentRequest request);

    /**
     * Of what the seed is to be made in the second step of an enrolment; empty for a type whose enrolment has only one.
     *
     * @throws org.symbolon.command.error.Refusal if the client's part is missing or malformed
     */
    default Optional<SeedParts> seedParts(EnrolmentRequest second, TokenView token, Secret serverPart) {
        return Optional.empty();
    }

    /** The second step of an enrolment as if it were the only one, with the seed that was made of both parts. */
    default EnrolmentRequest joined(EnrolmentRequest second, TokenView token, Secret seed) {
        return second;
    }

    /** Whether a new token can be asked for one of its values before it is good. */
    default boolean canBeVerified() {
        return false;
    }

    /** Judges the OTP value of an attempt whose PIN was right. */
    Verification verify(TokenView token, Secret seed, Attempt attempt);

    /** The line by which an SSH server knows the holder of a token of this type; most types have none. */
    default Optional<String> authorizedKey(TokenView token, Secret seed) {
        return Optional.empty();
    }

    /** Whether a token of this type can fall out of step with its device. */
    default boolean knowsResynchronisation() {
        return false;
    }

    /** Searches two consecutive values in the sync window; empty if they are not there. */
    default Optional<Resynchronisation> resynchronise(TokenView token, Secret seed, OtpPair pair) {
        return Optional.empty();
    }
}
