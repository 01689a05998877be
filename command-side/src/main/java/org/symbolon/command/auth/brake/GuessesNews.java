package org.symbolon.command.auth.brake;

import java.time.Duration;
import java.time.Instant;

/**
 * What one node has learnt of somebody's failures.
 *
 * @param name of the account or address, as a digest
 * @param more how many failures more there are; fewer where it is negative
 * @param lastFailure when the last of them was
 * @param forgivenAfter after how long one of them is forgotten
 */
public record GuessesNews(String name, double more, Instant lastFailure, Duration forgivenAfter) {}
