package org.symbolon.command.tokentype;

import java.util.Map;

/** A type whose tokens are not for every log-in of their owner. */
public interface Selective extends TokenType {

    /**
     * Whether a log-in that says this is one for the token. If it is not, the token is passed over as if its owner did not have it.
     *
     * @param fields parameters of the log-in, of those that the type has described as evidence
     */
    boolean isFor(TokenView token, Map<String, String> fields);
}
