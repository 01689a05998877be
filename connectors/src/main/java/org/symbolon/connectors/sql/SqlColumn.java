package org.symbolon.connectors.sql;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A column of a table, as the database describes it: how it is read, and what a text that somebody typed means for it. Comparing a
 * number with a number and bytes with bytes lets the database use its index.
 *
 * @param name as it stands in the definition
 * @param optional whether it may be empty
 */
record SqlColumn(String name, SqlKind kind, boolean optional, SqlDialect dialect, Charset encoding) {

    /** Longer values are cut: nobody's name or address is longer. */
    private static final int MOST_CHARACTERS = 2000;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,38}(\\.\\d{1,38})?");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern UUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");
    private static final Set<String> TRUE = Set.of("1", "true", "t", "yes", "y");
    private static final Set<String> FALSE = Set.of("0", "false", "f", "no", "n");

    /** A text that no column can have. */
    private static final String NUL = "\0";

    private String quoted() {
        return dialect.quoted(name);
    }

    /** What is asked for, to read it. */
    String selected() {
        return switch (kind) {
            case NUMBER, TRUTH -> quoted();
            case TEXT, NATIONAL_TEXT, BYTES -> dialect.beginning(quoted(), MOST_CHARACTERS);
            case UUID, OTHER -> dialect.beginning(dialect.asText(quoted()), MOST_CHARACTERS);
        };
    }

    /** By what rows are ordered. */
    String ordered() {
        return kind == SqlKind.OTHER ? dialect.asText(quoted()) : quoted();
    }

    /** The value in this place of a row, without the blanks that fill up a column of fixed length; empty for none. */
    String read(ResultSet row, int place) throws SQLException {
        if (kind == SqlKind.BYTES) {
            byte[] bytes = row.getBytes(place);
            return bytes == null ? "" : new String(bytes, encoding);
        }
        if (kind == SqlKind.TRUTH) {
            boolean truth = row.getBoolean(place);
            return row.wasNull() ? "" : String.valueOf(truth);
        }
        String text = row.getString(place);
        return text == null ? "" : text.stripTrailing();
    }

    /** The condition that the value is this one; empty if it can be nobody's. */
    Optional<SqlText> equalTo(String value) {
        return compared("=", value);
    }

    /** The condition that the value comes after this one. */
    Optional<SqlText> after(String value) {
        return compared(">", value);
    }

    /** The condition of a definition; empty if the column has no values to compare that one with. */
    Optional<SqlText> fits(SqlWhere where) {
        return where.comparison().equals(SqlWhere.LIKE)
                ? Optional.of(SqlText.of(asText() + " like ?", text(where.value())))
                : compared(where.comparison(), where.value());
    }

    private Optional<SqlText> compared(String comparison, String value) {
        return value(value).map(bound -> SqlText.of(ordered() + " " + comparison + " " + mark(), bound));
    }

    private String mark() {
        return kind == SqlKind.UUID ? dialect.uuid() : "?";
    }

    /** A new value, as it stands in a statement that writes; empty if the column cannot have it. */
    Optional<SqlText> written(String value) {
        return value(value).map(bound -> SqlText.of(mark(), bound));
    }

    /** The condition that the value fits a pattern in which an asterisk stands for anything; empty if none can. */
    Optional<SqlText> like(String pattern) {
        if (pattern.matches("\\*+")) {
            return Optional.of(SqlText.of(quoted() + " is not null"));
        }
        if (!pattern.contains("*")) {
            return equalTo(pattern);
        }
        if (pattern.contains(NUL)) {
            return Optional.empty();
        }
        String escaped = dialect.escaped(pattern).replace('*', '%');
        return Optional.of(SqlText.of(asText() + " like ? escape '!'", text(escaped)));
    }

    private String asText() {
        return switch (kind) {
            case TEXT, NATIONAL_TEXT -> quoted();
            case BYTES -> dialect.asText(quoted(), encoding);
            case NUMBER, TRUTH, UUID, OTHER -> dialect.asText(quoted());
        };
    }

    private SqlText.Value text(String text) {
        return kind == SqlKind.NATIONAL_TEXT
                ? (statement, place) -> statement.setNString(place, text)
                : (statement, place) -> statement.setString(place, text);
    }

    private Optional<SqlText.Value> value(String text) {
        return switch (kind) {
            case TEXT, NATIONAL_TEXT, OTHER -> text.contains(NUL) ? Optional.empty() : Optional.of(text(text));
            case BYTES -> Optional.of((statement, place) -> statement.setBytes(place, text.getBytes(encoding)));
            case UUID -> UUID.matcher(text).matches() ? Optional.of(text(text)) : Optional.empty();
            case TRUTH -> truth(text.toLowerCase(Locale.ROOT));
            case NUMBER -> number(text);
        };
    }

    private static Optional<SqlText.Value> truth(String text) {
        boolean truth = TRUE.contains(text);
        return truth || FALSE.contains(text)
                ? Optional.of((statement, place) -> statement.setBoolean(place, truth))
                : Optional.empty();
    }

    /** As a whole number where it is one: PostgreSQL uses the index of a whole column for nothing else. */
    private static Optional<SqlText.Value> number(String text) {
        if (WHOLE.matcher(text).matches()) {
            long number = Long.parseLong(text);
            return Optional.of((statement, place) -> statement.setLong(place, number));
        }
        return NUMBER.matcher(text).matches()
                ? Optional.of((statement, place) -> statement.setBigDecimal(place, new BigDecimal(text)))
                : Optional.empty();
    }
}
