package org.symbolon.query.audit;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.projections.audit.AuditCounts;
import org.symbolon.query.shared.Conditions;

/** Filters whose number of rows is known without counting them: those on what {@code audit_count} keeps count of. */
final class CountedValues {

    private static final Set<String> COLUMNS = Set.copyOf(AuditCounts.COLUMNS);

    private CountedValues() {}

    /** The conditions on the table audit_count whose rows sum up to the wanted number, empty if rows must be counted. */
    static Optional<Conditions> of(AuditFilter filter) {
        Map<String, String> wanted = AuditConditions.wanted(filter);
        boolean isCounted = filter.notBefore() == null
                && filter.own() == null
                && COLUMNS.containsAll(wanted.keySet())
                && wanted.values().stream().noneMatch(CountedValues::asksForAnyText);
        if (!isCounted) {
            return Optional.empty();
        }
        Conditions conditions = new Conditions();
        wanted.forEach((column, text) -> {
            if (column.equals("success")) {
                conditions.and("audit_count.success = ?", Integer.parseInt(text));
                return;
            }
            conditions.matchesAsSql("audit_count." + column, text);
        });
        if (filter.allowedRealms() != null) {
            conditions.and("audit_count.realm = any(cast(? as text[]))", (Object)
                    filter.allowedRealms().toArray(String[]::new));
        }
        return Optional.of(conditions);
    }

    /** Where nothing was noted the count has an empty text, which this would match, and the row none. */
    private static boolean asksForAnyText(String wanted) {
        return wanted.chars().allMatch(letter -> letter == '%' || letter == '*');
    }
}
