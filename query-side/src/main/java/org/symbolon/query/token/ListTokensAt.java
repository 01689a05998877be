package org.symbolon.query.token;

import java.time.Instant;

/** Which tokens were there at that time? */
public record ListTokensAt(Instant time, ListTokens list) {}
