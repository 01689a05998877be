package org.symbolon.query.definition;

import org.symbolon.projections.definition.DefinitionTable;

/**
 * Which definitions of a kind are there? Ordered by name.
 *
 * @param table where they are
 * @param name the only one that is wanted, null for all
 */
public record ListDefinitions(DefinitionTable<?> table, String name) {

    public ListDefinitions(DefinitionTable<?> table) {
        this(table, null);
    }
}
