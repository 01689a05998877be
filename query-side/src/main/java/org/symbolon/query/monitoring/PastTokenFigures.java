package org.symbolon.query.monitoring;

import java.time.Instant;

/** What was counted at a moment. */
public record PastTokenFigures(Instant moment, TokenFigures figures) {}
