package org.symbolon.server.eventstore;

import java.util.function.Consumer;

/**
 * What a node tells all others with the transaction that makes it true, and what they do when they hear it.
 *
 * @param channel a name that is an identifier of PostgreSQL
 * @param heard gets what was said
 * @param missed makes up for what was perhaps not heard; run after each gap in listening
 */
public record Notice(String channel, Consumer<String> heard, Runnable missed) {}
