package org.symbolon.query.audit;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.projections.audit.AuditCount;
import org.symbolon.projections.audit.AuditCounts;
import org.symbolon.query.shared.Conditions;

/**
 * A filter whose number of rows is known without counting them: one on columns that a count of the audit tells apart.
 *
 * @param table the table that counts
 * @param conditions on that table, whose rows sum up to the wanted number
 */
record CountedValues(String table, Conditions conditions) {

    /** Where the number of rows is to be read, empty if they must be counted. */
    static Optional<CountedValues> of(AuditFilter filter) {
        Map<String, String> wanted = AuditConditions.wanted(filter);
        if (filter.notBefore() != null
                || filter.own() != null
                || (filter.reach() != null && !filter.reach().isOfRealmsAlone())
                || wanted.values().stream().anyMatch(CountedValues::asksForAnyText)) {
            return Optional.empty();
        }
        return AuditCounts.ALL.stream()
                .filter(count -> tellsApart(count, wanted.keySet(), filter))
                .findFirst()
                .map(count -> new CountedValues(count.table(), conditions(count.table(), wanted, filter)));
    }

    private static boolean tellsApart(AuditCount count, Set<String> columns, AuditFilter filter) {
        return count.columns().containsAll(columns)
                && (filter.reach() == null || count.columns().contains("realm"));
    }

    private static Conditions conditions(String table, Map<String, String> wanted, AuditFilter filter) {
        Conditions conditions = new Conditions();
        wanted.forEach((column, text) -> {
            if (column.equals("success")) {
                conditions.and(table + ".success = ?", Integer.parseInt(text));
                return;
            }
            conditions.matchesAsSql(table + "." + column, text);
        });
        if (filter.reach() != null) {
            conditions.and(table + ".realm = any(cast(? as text[]))", (Object)
                    filter.reach().realms().toArray(String[]::new));
        }
        return conditions;
    }

    /** Where nothing was noted the count has an empty text, which this would match, and the row none. */
    private static boolean asksForAnyText(String wanted) {
        return wanted.chars().allMatch(letter -> letter == '%' || letter == '*');
    }
}
