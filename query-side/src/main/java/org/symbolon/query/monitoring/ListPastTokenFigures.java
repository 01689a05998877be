package org.symbolon.query.monitoring;

import java.time.Duration;
import java.time.Instant;

/** How many tokens were there at each of these moments: the first, and then one after each step up to the last? */
public record ListPastTokenFigures(Instant from, Instant to, Duration step) {}
