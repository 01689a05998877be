package org.symbolon.api.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.api.kernel.Shape;
import org.symbolon.events.shared.Secret;
import org.symbolon.projections.definition.DefinitionTable;
import org.symbolon.query.definition.DefinitionView;
import org.symbolon.query.definition.ListDefinitions;
import org.symbolon.query.sending.QueryDispatcher;

/** Definitions that are simply their columns. */
abstract class ColumnsKind implements ConfigurationKind {

    private final QueryDispatcher queries;
    private final DefinitionTable<?> table;
    private final Shape shape;

    ColumnsKind(QueryDispatcher queries, DefinitionTable<?> table, Shape shape) {
        this.queries = queries;
        this.table = table;
        this.shape = shape;
    }

    @Override
    public final String name() {
        return table.name();
    }

    @Override
    public final Shape shape() {
        return shape;
    }

    @Override
    public final List<ConfiguredItem> present() {
        return queries.list(new ListDefinitions(table), DefinitionView.class).stream()
                .map(definition -> new ConfiguredItem(definition.name(), definition.number(), fields(definition)))
                .toList();
    }

    /** What there is of one; null stands for an empty text. */
    Map<String, Object> fields(DefinitionView definition) {
        Map<String, Object> fields = new HashMap<>();
        shape.fields().forEach((field, described) -> {
            Object value = definition.columns().get(field);
            if (described.kind() != Shape.Kind.SECRET) {
                fields.put(field, value == null ? "" : value);
            } else if (Boolean.TRUE.equals(value)) {
                fields.put(field, SealedValue.of(() -> secret(definition.name())));
            } else {
                fields.put(field, "");
            }
        });
        return fields;
    }

    /** The one secret of the definition of this name. */
    Secret secret(String name) {
        return Secret.EMPTY;
    }
}
