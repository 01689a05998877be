package org.symbolon.command.challenge;

import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TypeCall;
import org.symbolon.command.tokentype.TypeTerms;

/**
 * Let a type answer a device or a program that talks to its endpoint.
 *
 * @param holder who owns the token that it is about, where the type wants to know that
 * @param afresh whether what this node remembers of the token has been thrown away for it. What is answered may append nothing, by which
 *     a node would find out that it remembers what is so no more: the key of a telephone that was replaced, say
 */
public record CallTokenType(String type, TypeCall call, TypeTerms terms, Holder holder, boolean afresh) {

    /** A call of which no policy says anything, where nothing is remembered. */
    public CallTokenType(String type, TypeCall call) {
        this(type, call, TypeTerms.NONE, Holder.NOBODY, true);
    }
}
