package org.symbolon.command.token.port;

import org.symbolon.command.error.Refusal;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.EnrolmentStep.Unique;

/** Keeps apart what no two tokens may have. */
@FunctionalInterface
public interface UniqueValues {

    /**
     * The token has this from now on.
     *
     * @throws Refusal the one that goes with it, if another token has it
     */
    void take(Unique thing, Token token);
}
