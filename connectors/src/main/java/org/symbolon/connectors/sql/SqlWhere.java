package org.symbolon.connectors.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One condition that all users fulfil, such as {@code active == 1}. It is read here, column, comparison and value, and no part of it
 * is ever handed to a database as SQL.
 *
 * @param comparison as it stands in SQL
 */
record SqlWhere(String column, String comparison, String value) {

    static final String LIKE = "like";

    private static final Map<String, String> COMPARISONS =
            Map.of(LIKE, LIKE, "==", "=", "=", "=", "!=", "<>", "<", "<", "<=", "<=", ">", ">", ">=", ">=");
    private static final Pattern CONDITION = Pattern.compile("(\\S+)\\s+(\\S+)\\s+(\\S+)");
    private static final Pattern AND = Pattern.compile("\\s+and\\s+", Pattern.CASE_INSENSITIVE);

    static List<SqlWhere> all(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(AND.split(text.strip())).map(SqlWhere::of).toList();
    }

    /** One that cannot be read is refused: left out, it would let in whoever it was to keep out. */
    private static SqlWhere of(String text) {
        Matcher matcher = CONDITION.matcher(text.strip());
        String comparison = matcher.matches() ? COMPARISONS.get(matcher.group(2).toLowerCase(Locale.ROOT)) : null;
        if (comparison == null) {
            throw new IllegalArgumentException(
                    "Where is no list of conditions 'column comparison value' with ' and ' between,"
                            + " without blanks in values; comparisons are like, ==, !=, <, <=, > and >=");
        }
        return new SqlWhere(matcher.group(1), comparison, matcher.group(3));
    }
}
