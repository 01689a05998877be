package org.symbolon.query.history;

import java.util.List;
import org.symbolon.query.shared.Paging;

/**
 * What has been changed of one thing, and of former things of its name? The newest comes first.
 *
 * @param aggregates its own aggregate first, then those whose events may change it, too
 */
public record ChangeHistory(List<String> aggregates, Reading reading, Paging paging) {}
