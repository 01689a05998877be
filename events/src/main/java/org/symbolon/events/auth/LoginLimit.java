package org.symbolon.events.auth;

import java.time.Duration;

/**
 * How often somebody may try, or be right, within some time.
 *
 * @param most how often
 * @param refusal what whoever comes more often is told
 */
public record LoginLimit(int most, Duration span, String refusal) {}
