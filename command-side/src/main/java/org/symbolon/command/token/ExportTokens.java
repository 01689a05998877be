package org.symbolon.command.token;

import java.util.List;

/** Open what a file says of these tokens, and change nothing. */
public record ExportTokens(List<String> serials) {}
