package org.symbolon.api.history;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.query.history.Reading;

/**
 * A kind of things that have a history.
 *
 * @param name its name in the path
 * @param events the family of its events
 * @param trails where the events of the thing with this id are, which the request may say more of
 * @param names what its fields are called
 */
record HistoryKind(String name, Class<?> events, BiFunction<String, ApiRequest, Trail> trails, FieldNames names) {

    /** A kind whose things are an aggregate each. */
    static HistoryKind of(
            String name, Class<?> events, Function<String, String> aggregate, Reading reading, String names) {
        return new HistoryKind(
                name,
                events,
                (id, request) -> new Trail(List.of(aggregate.apply(id)), List.of(), reading),
                FieldNames.parse(names));
    }

    /** Where the values of a field have another form on the wire. */
    HistoryKind with(String field, UnaryOperator<Object> form) {
        return new HistoryKind(name, events, trails, names.with(field, form));
    }
}
