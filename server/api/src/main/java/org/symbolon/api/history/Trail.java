package org.symbolon.api.history;

import java.util.List;
import org.symbolon.query.history.ChangeHistory;
import org.symbolon.query.history.Reading;
import org.symbolon.query.shared.Paging;

/**
 * Where the events of a thing are found, and how they tell of it.
 *
 * @param own the aggregates that are the thing, or were
 * @param others those that may change it, too
 */
record Trail(List<String> own, List<String> others, Reading reading) {

    ChangeHistory query(Paging paging) {
        return new ChangeHistory(own, others, reading, paging);
    }
}
