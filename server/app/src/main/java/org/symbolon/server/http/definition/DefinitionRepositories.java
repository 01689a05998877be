package org.symbolon.server.http.definition;

import org.axonframework.config.Configuration;
import org.symbolon.command.definition.Definition;
import org.symbolon.command.definition.DefinitionKind;
import org.symbolon.command.definition.Definitions;
import org.symbolon.projections.definition.DefinitionTable;
import org.symbolon.server.readmodel.Numbers;

/** Hands the commands of each kind its definitions, numbered by the sequence that goes with the table. */
public final class DefinitionRepositories {

    private final Configuration configuration;
    private final Numbers numbers;

    DefinitionRepositories(Configuration configuration, Numbers numbers) {
        this.configuration = configuration;
        this.numbers = numbers;
    }

    public <D extends Definition<S>, S> Definitions<D, S> of(DefinitionKind<D, S> kind, DefinitionTable<S> table) {
        return new Definitions<>(kind, configuration.repository(kind.aggregate()), numbers.from(table.name() + "_seq"));
    }
}
