package org.symbolon.command.token;

import java.util.List;

/** Keep tokens from being used until they are enabled. */
public record DisableTokens(List<String> serials) {}
