package org.symbolon.command.auth.brake;

import java.time.Instant;

/**
 * What all nodes know together of somebody's failures.
 *
 * @param name of the account or address, as a digest
 * @param failures how many there are at the moment, with what time has taken away
 * @param lastFailure when the last of them was
 */
public record SharedGuesses(String name, double failures, Instant lastFailure) {}
