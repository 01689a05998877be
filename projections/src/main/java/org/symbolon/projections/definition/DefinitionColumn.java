package org.symbolon.projections.definition;

import java.util.Locale;
import java.util.function.Function;
import org.symbolon.events.shared.Sealed;

/**
 * A column of a definition's table.
 *
 * @param sql its name as SQL wants it
 * @param secret whether it holds what is sealed; its data key is in the column data_key then
 * @param fixed whether a change leaves it alone
 * @param value what of the settings it holds
 */
public record DefinitionColumn<S>(String sql, boolean secret, boolean fixed, Function<S, ?> value) {

    public static <S> DefinitionColumn<S> column(String sql, Function<S, ?> value) {
        return new DefinitionColumn<>(sql, false, false, value);
    }

    /** What a definition is given when it is made, and keeps. */
    public static <S> DefinitionColumn<S> fixed(String sql, Function<S, ?> value) {
        return new DefinitionColumn<>(sql, false, true, value);
    }

    public static <S> DefinitionColumn<S> secret(String sql, Function<S, Sealed> value) {
        return new DefinitionColumn<>(sql, true, false, value);
    }

    /** Its name without regard to case. */
    public String name() {
        return sql.replace("\"", "").toLowerCase(Locale.ROOT);
    }
}
