package org.symbolon.command.tokentype;

import java.util.Map;
import java.util.Optional;

/** A type whose devices know for themselves which token they are, so that somebody can log in without saying who he is. */
public interface Nameless {

    /** Whether policies let anybody log in so. */
    boolean asksAnybody(TypeTerms terms);

    /**
     * What a client needs so that any device can answer, under the names of the wire.
     *
     * @param challenge in base64url
     */
    Map<String, Object> invitation(String challenge, TypeTerms terms);

    /** The serial of the token that a device says it is. */
    Optional<String> serial(Map<String, String> fields);

    /** The challenge that it has answered. */
    Optional<byte[]> challenge(Map<String, String> fields);
}
