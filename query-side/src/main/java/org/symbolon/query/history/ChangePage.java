package org.symbolon.query.history;

import java.util.List;

/**
 * A part of a history of changes.
 *
 * @param count how many changes the whole history has
 */
public record ChangePage(long count, List<Change> changes) {}
