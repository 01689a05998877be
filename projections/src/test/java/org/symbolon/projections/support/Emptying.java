package org.symbolon.projections.support;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a database what it was as a copy of its template.
 *
 * @param statements that take away the rows which tests have left, and have all sequences begin anew
 * @param fingerprint asks for one text that says what tables there are, and what stands in those that are never empty
 * @param untouched the answer of the template
 */
record Emptying(String statements, String fingerprint, String untouched) {

    private static final String OURS = "not in ('pg_catalog', 'information_schema', 'pg_toast')";
    private static final String TABLES =
            "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname " + OURS;
    private static final String SEQUENCES =
            "select format('select setval(''%I.%I'', %s, false)', schemaname, sequencename, start_value) from pg_sequences";
    private static final String DEFINITIONS =
            """
            select format('%%s.%%s %%s %%s %%s %%s', n.nspname, c.relname, a.attname, a.atttypid, a.attnotnull,
                          pg_get_expr(d.adbin, d.adrelid))
                from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
                    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
                where n.nspname %1$s
            union all select nspname from pg_namespace
            union all select format('%%s %%s', tgrelid::regclass, tgname) from pg_trigger
            union all select format('%%s %%s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint
            union all select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname %1$s
            """
                    .formatted(OURS);

    static Emptying of(JdbcTemplate template) {
        List<String> tables = template.queryForList(TABLES, String.class);
        Predicate<String> isEmpty = table ->
                template.queryForList("select 1 from " + table + " limit 1").isEmpty();
        Stream<String> deletions = tables.stream().filter(isEmpty).map("delete from %s"::formatted);
        String fingerprint = tables.stream()
                .filter(isEmpty.negate())
                .map(table -> " union all select t::text from %s t".formatted(table))
                .collect(Collectors.joining(
                        "",
                        "select md5(string_agg(line, ' ' order by line)) from (" + DEFINITIONS,
                        ") as all_lines(line)"));
        return new Emptying(
                Stream.of(
                                Stream.of(
                                        "set local lock_timeout = '1s'",
                                        "set local session_replication_role = replica"),
                                deletions,
                                template.queryForList(SEQUENCES, String.class).stream())
                        .flatMap(part -> part)
                        .collect(Collectors.joining(";\n")),
                fingerprint,
                template.queryForObject(fingerprint, String.class));
    }

    /** Whether it can be used again; it cannot where a test has changed its tables, or still works with them. */
    boolean succeedsIn(TransactionTemplate transactions, JdbcTemplate jdbc) {
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> {
                jdbc.execute(statements);
                return untouched.equals(jdbc.queryForObject(fingerprint, String.class));
            }));
        } catch (DataAccessException inUse) {
            return false;
        }
    }
}
