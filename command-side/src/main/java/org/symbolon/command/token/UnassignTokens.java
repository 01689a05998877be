package org.symbolon.command.token;

import java.util.List;

/** Take the owner and the PIN away from tokens. */
public record UnassignTokens(List<String> serials) {}
