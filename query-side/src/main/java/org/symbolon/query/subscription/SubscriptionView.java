package org.symbolon.query.subscription;

import java.util.Map;

/**
 * A subscription as it is listed.
 *
 * @param columns what it says, by the names of the documented columns: texts, numbers and times in UTC
 */
public record SubscriptionView(Map<String, Object> columns) {}
