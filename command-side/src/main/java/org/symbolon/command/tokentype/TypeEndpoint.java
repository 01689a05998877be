package org.symbolon.command.tokentype;

import java.util.List;
import java.util.Optional;

/** What a type says to the devices of its tokens, at {@code /ttype/<name>}. Anybody may ask; what is answered must bear that. */
public interface TypeEndpoint {

    /** What a call may say, so that the description of the wire knows it. */
    List<TypeParameter> parameters();

    /** The token that a call is about; empty if it is about none. */
    Optional<String> serial(TypeCall call);

    /** The transaction that a call answers which names no token: whichever token of the type was asked in it may be meant. */
    default Optional<String> transaction(TypeCall call) {
        return Optional.empty();
    }

    /**
     * What is answered.
     *
     * @param subject the token of this type that the call is about; empty if there is none
     * @throws org.symbolon.command.error.Refusal if the call is malformed or proves nothing
     */
    TypeReply answer(TypeCall call, Optional<Subject> subject, Circumstances now);

    /**
     * The token that a call is about.
     *
     * @param open its challenges that can still be answered, as they were before the call
     * @param confirmed what the call means for them, if it answers one
     * @param attempts how many wrong answers more the token bears
     */
    record Subject(TokenView token, List<OpenChallenge> open, Optional<Confirmation> confirmed, int attempts) {}
}
