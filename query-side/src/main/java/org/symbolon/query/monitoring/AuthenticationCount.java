package org.symbolon.query.monitoring;

import java.time.Instant;

/**
 * How many log-ins ended so in a span of time.
 *
 * @param from when the span began
 * @param type the type of the token, empty where a log-in was not about a single one
 * @param realm empty where the request named none
 */
public record AuthenticationCount(Instant from, String outcome, String type, String realm, long count) {}
