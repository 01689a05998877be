package org.symbolon.command.token;

import java.util.List;

/** Set the fail counters of tokens to zero. */
public record ResetFailCounters(List<String> serials) {}
