package org.symbolon.query.history;

import java.util.List;
import java.util.stream.Stream;
import org.symbolon.query.shared.Paging;

/**
 * What has been changed of one thing, and of former things of its name? The newest comes first.
 *
 * @param own the aggregates that are the thing, or were
 * @param others those whose events are told only if they change it
 */
public record ChangeHistory(List<String> own, List<String> others, Reading reading, Paging paging) {

    List<String> aggregates() {
        return Stream.concat(own.stream(), others.stream()).toList();
    }
}
