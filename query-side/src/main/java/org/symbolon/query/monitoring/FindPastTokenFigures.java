package org.symbolon.query.monitoring;

import java.time.Instant;

/** How many tokens were there at this moment, of which kind, and how many users had one? */
public record FindPastTokenFigures(Instant moment) {}
