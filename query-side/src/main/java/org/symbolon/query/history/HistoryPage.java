package org.symbolon.query.history;

import java.util.List;

/**
 * A part of a history.
 *
 * @param count how many entries the whole history has
 */
public record HistoryPage(long count, List<HistoryEntry> entries) {}
