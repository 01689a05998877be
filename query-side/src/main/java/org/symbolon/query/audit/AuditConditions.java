package org.symbolon.query.audit;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.query.shared.Conditions;
import org.symbolon.query.shared.ReachConditions;

/** Turns a filter of the audit into conditions on the table mfa_audit, which goes by the name audit. */
final class AuditConditions {

    private static final Map<String, String> TEXTS = texts();
    private static final Set<String> TRUE = Set.of("1", "True", "true", "TRUE");

    private AuditConditions() {}

    private static Map<String, String> texts() {
        Map<String, String> texts = Stream.of(
                        "action",
                        "serial",
                        "token_type",
                        "realm",
                        "resolver",
                        "administrator",
                        "action_detail",
                        "info",
                        "edumfa_server",
                        "client",
                        "loglevel",
                        "clearance_level",
                        "thread_id",
                        "policies",
                        "signature")
                .collect(Collectors.toMap(Function.identity(), column -> "audit." + column));
        texts.put("user", "audit.\"user\"");
        texts.put("date", "to_char(audit.date, 'YYYY-MM-DD HH24:MI:SS')");
        texts.put("startdate", "to_char(audit.startdate, 'YYYY-MM-DD HH24:MI:SS')");
        texts.put("duration", "cast(audit.duration as text)");
        texts.put("id", "cast(audit.id as text)");
        return Map.copyOf(texts);
    }

    /** The filter's columns that exclude anything, with what is wanted of them. */
    static Map<String, String> wanted(AuditFilter filter) {
        Map<String, String> wanted = new HashMap<>();
        filter.columns().forEach((column, text) -> {
            if ((TEXTS.containsKey(column) || column.equals("success")) && !Conditions.excludesNothing(text)) {
                wanted.put(column, column.equals("success") ? success(text) : text);
            }
        });
        return wanted;
    }

    private static String success(String text) {
        return TRUE.contains(text.strip()) ? "1" : "0";
    }

    static Conditions of(AuditFilter filter) {
        Conditions conditions = new Conditions();
        wanted(filter).forEach((column, wanted) -> addColumn(conditions, column, wanted));
        if (filter.notBefore() != null) {
            conditions.and("audit.date >= ?", LocalDateTime.ofInstant(filter.notBefore(), ZoneOffset.UTC));
        }
        if (filter.reach() != null) {
            conditions.and(ReachConditions.overAudit(filter.reach()));
        }
        if (filter.own() != null) {
            conditions.and(
                    "audit.\"user\" = ? and audit.realm = ? and audit.resolver = ?",
                    filter.own().user(),
                    filter.own().realm(),
                    filter.own().resolver());
        }
        return conditions;
    }

    private static void addColumn(Conditions conditions, String column, String wanted) {
        if (column.equals("success")) {
            conditions.and("audit.success = ?", Integer.parseInt(wanted));
            return;
        }
        if (column.equals("id") && wanted.matches("\\d{1,18}")) {
            conditions.and("audit.id = ?", Long.parseLong(wanted));
            return;
        }
        if (column.equals("date")) {
            DateSpan.of(wanted)
                    .ifPresent(span -> conditions.and("audit.date >= ? and audit.date < ?", span.from(), span.until()));
        }
        conditions.matchesAsSql(TEXTS.get(column), wanted);
    }
}
