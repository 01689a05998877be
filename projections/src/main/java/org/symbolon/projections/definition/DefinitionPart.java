package org.symbolon.projections.definition;

import java.util.function.LongSupplier;
import org.springframework.jdbc.core.JdbcOperations;

/** What of a definition's settings lies in a table of its own; its rows go with the definition's. */
public interface DefinitionPart<S> {

    /** Writes it after the definition's own row. */
    void write(JdbcOperations jdbc, int number, S settings, LongSupplier position);
}
