package org.symbolon.command.token;

import java.util.List;

/**
 * The answer to a revocation.
 *
 * @param count how many tokens were revoked
 * @param awaited the ids of the effects by which others are told who go by the tokens
 */
public record RevokedTokens(int count, List<String> awaited) {

    public RevokedTokens {
        awaited = List.copyOf(awaited);
    }
}
