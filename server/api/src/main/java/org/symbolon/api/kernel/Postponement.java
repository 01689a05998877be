package org.symbolon.api.kernel;

import java.time.Duration;

/**
 * That a request is answered later, once something has happened that it waits for, or never does in time. It is handled again then, from
 * its beginning; until then nobody waits for it but its client.
 *
 * @param kind who tells whether that has happened: the {@link PostponedRequests.Happened} of this kind
 * @param key what it waits for
 * @param patience for how long
 */
public record Postponement(String kind, String key, Duration patience) {}
