package org.symbolon.query.audit;

import java.time.LocalDateTime;

/** How many requests of an action succeeded and failed in the period that begins then (UTC). */
public record RequestCount(LocalDateTime period, String action, long succeeded, long failed) {}
