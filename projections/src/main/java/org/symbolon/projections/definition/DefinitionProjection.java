package org.symbolon.projections.definition;

import java.util.List;
import java.util.function.LongSupplier;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.definition.DefinitionChanged;
import org.symbolon.events.definition.DefinitionDeleted;
import org.symbolon.events.definition.DefinitionEvent;
import org.symbolon.events.definition.DefinitionMade;
import org.symbolon.projections.shared.Position;

/** Keeps the tables of definitions, whatever their kind. */
@ProcessingGroup("inline")
public class DefinitionProjection {

    private final JdbcOperations jdbc;
    private final List<DefinitionTable<?>> tables;

    public DefinitionProjection(JdbcOperations jdbc, DefinitionTable<?>... tables) {
        this.jdbc = jdbc;
        this.tables = List.of(tables);
    }

    @EventHandler
    void on(DefinitionMade<?> event, @Position LongSupplier position) {
        concerned(event).forEach(table -> insert(table, event, position));
    }

    @EventHandler
    void on(DefinitionChanged<?> event, @Position LongSupplier position) {
        concerned(event).forEach(table -> update(table, event, position));
    }

    @EventHandler
    void on(DefinitionDeleted event) {
        concerned(event).forEach(table -> jdbc.update("delete from " + table.name() + " where id = ?", event.number()));
    }

    private List<DefinitionTable<?>> concerned(DefinitionEvent event) {
        return tables.stream().filter(table -> table.family().isInstance(event)).toList();
    }

    private <S> void insert(DefinitionTable<S> table, DefinitionMade<?> event, LongSupplier position) {
        S settings = table.settings().cast(event.settings());
        jdbc.update(table.insertion(), table.row(event, settings));
        table.parts().forEach(part -> part.write(jdbc, event.number(), settings, position));
    }

    private <S> void update(DefinitionTable<S> table, DefinitionChanged<?> event, LongSupplier position) {
        S settings = table.settings().cast(event.settings());
        if (table.changes()) {
            jdbc.update(table.change(), table.changed(event, settings));
        }
        table.parts().forEach(part -> part.write(jdbc, event.number(), settings, position));
    }
}
