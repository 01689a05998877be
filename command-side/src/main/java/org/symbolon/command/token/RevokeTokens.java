package org.symbolon.command.token;

import java.util.List;

/**
 * Lock and disable tokens for good.
 *
 * @param reason what others are told who go by them; empty where nobody gave one
 */
public record RevokeTokens(List<String> serials, String reason) {

    public RevokeTokens(List<String> serials) {
        this(serials, "");
    }
}
