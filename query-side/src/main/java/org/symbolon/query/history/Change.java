package org.symbolon.query.history;

import java.util.Map;

/**
 * One thing that happened.
 *
 * @param differences what it changed, by field, without secrets
 */
public record Change(HistoryEntry entry, Map<String, Difference> differences) {}
