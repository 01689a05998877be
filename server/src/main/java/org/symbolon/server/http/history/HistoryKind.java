package org.symbolon.server.http.history;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.symbolon.query.history.ChangeHistory;
import org.symbolon.query.history.Reading;
import org.symbolon.query.shared.Paging;

/**
 * A kind of things that have a history.
 *
 * @param name its name in the path
 * @param aggregates the aggregates whose events tell of the thing with this id, its own first
 * @param reading how they tell of it
 * @param names what its fields are called
 */
record HistoryKind(
        String name, Function<String, List<String>> aggregates, Function<String, Reading> reading, FieldNames names) {

    /** A kind whose things are an aggregate each. */
    static HistoryKind of(String name, Function<String, String> aggregate, Reading reading, String names) {
        return new HistoryKind(name, id -> List.of(aggregate.apply(id)), id -> reading, FieldNames.parse(names));
    }

    /** Where the values of a field have another form on the wire. */
    HistoryKind with(String field, UnaryOperator<Object> form) {
        return new HistoryKind(name, aggregates, reading, names.with(field, form));
    }

    ChangeHistory query(String id, Paging paging) {
        return new ChangeHistory(aggregates.apply(id), reading.apply(id), paging);
    }
}
