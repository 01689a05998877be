package org.symbolon.command.token;

import java.util.List;

/** Lock and disable tokens for good. */
public record RevokeTokens(List<String> serials) {}
