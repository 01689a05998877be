package org.symbolon.query.client;

import java.time.LocalDateTime;

/**
 * A program that had log-ins checked.
 *
 * @param program what it calls itself
 * @param hostname null where it is not known
 * @param lastSeen when some node saw it last, in UTC
 */
public record ClientView(String program, String address, String hostname, LocalDateTime lastSeen) {}
