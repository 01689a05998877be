package org.symbolon.projections.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.events.definition.DefinitionEvent;
import org.symbolon.events.shared.Sealed;
import org.symbolon.projections.shared.StoredSecret;

/**
 * Which columns the definitions of one kind have, and what of their settings lies in each: the one place that says it, for
 * those who write the table and those who read it.
 *
 * @param family what happens to them
 * @param settings what their events call settings
 * @param nameColumn where their name is
 * @param keeping whether a change keeps what it does not name
 * @param parts what of them lies in tables of its own, which cascade
 */
public record DefinitionTable<S>(
        Class<? extends DefinitionEvent> family,
        Class<S> settings,
        String name,
        String nameColumn,
        List<DefinitionColumn<S>> columns,
        boolean keeping,
        List<DefinitionPart<S>> parts) {

    private static final String DATA_KEY = "data_key";

    @SafeVarargs
    @SuppressWarnings("varargs") // the columns are copied into a list at once
    public static <S> DefinitionTable<S> of(
            Class<? extends DefinitionEvent> family,
            Class<S> settings,
            String name,
            String nameColumn,
            DefinitionColumn<S>... columns) {
        return new DefinitionTable<>(family, settings, name, nameColumn, List.of(columns), false, List.of());
    }

    /** The same, but a change keeps what it does not name. */
    public DefinitionTable<S> keepingTheRest() {
        return new DefinitionTable<>(family, settings, name, nameColumn, columns, true, parts);
    }

    /** The same with a part that lies in a table of its own. */
    public DefinitionTable<S> with(DefinitionPart<S> part) {
        return new DefinitionTable<>(family, settings, name, nameColumn, columns, keeping, List.of(part));
    }

    String insertion() {
        List<String> names = Stream.concat(
                        Stream.of("id", nameColumn), columns.stream().flatMap(DefinitionTable::written))
                .toList();
        String marks = names.stream().map(column -> "?").collect(Collectors.joining(", "));
        return "insert into " + name + " (" + String.join(", ", names) + ") values (" + marks + ")";
    }

    boolean changes() {
        return changing().findAny().isPresent();
    }

    String change() {
        return changing()
                .flatMap(DefinitionTable::written)
                .map(column -> column + " = " + (keeping ? "coalesce(?, " + column + ")" : "?"))
                .collect(Collectors.joining(", ", "update " + name + " set ", " where id = ?"));
    }

    private Stream<DefinitionColumn<S>> changing() {
        return columns.stream().filter(column -> !column.fixed());
    }

    private static Stream<String> written(DefinitionColumn<?> column) {
        return column.secret() ? Stream.of(column.sql(), DATA_KEY) : Stream.of(column.sql());
    }

    /** What an insertion takes. */
    Object[] row(DefinitionEvent event, S given) {
        List<Object> values = new ArrayList<>(List.of(event.number(), event.name()));
        columns.forEach(column -> add(column, given, values));
        return values.toArray();
    }

    /** What a change takes. */
    Object[] changed(DefinitionEvent event, S given) {
        List<Object> values = new ArrayList<>();
        changing().forEach(column -> add(column, given, values));
        values.add(event.number());
        return values.toArray();
    }

    private static <S> void add(DefinitionColumn<S> column, S given, List<Object> values) {
        Object value = column.value().apply(given);
        if (!column.secret()) {
            values.add(value);
            return;
        }
        Sealed sealed = (Sealed) value;
        values.add(StoredSecret.box(sealed));
        values.add(StoredSecret.key(sealed));
    }
}
