package org.symbolon.reactions.effect;

import java.time.Duration;

/**
 * How long things take in an outbox.
 *
 * @param pause between two looks for what is due; zero for none at all
 * @param patience with one attempt, before its thread is interrupted
 * @param farewell for what is under way when the server stops
 */
public record OutboxTimes(Duration pause, Duration patience, Duration farewell) {}
