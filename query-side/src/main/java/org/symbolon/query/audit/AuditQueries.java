package org.symbolon.query.audit;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.audit.AuditRow;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.query.shared.Conditions;
import org.symbolon.query.shared.Window;

/**
 * Answers questions about the audit. Its numbers have no gaps, so a page of the whole audit is a range of numbers and its
 * length the difference of two; what passes a filter is counted only where {@link CountedValues} does not know it.
 */
public class AuditQueries {

    private static final int CHUNK = 1000;

    private final JdbcOperations jdbc;
    private final TrailingModels trailing;
    private final int chunk;

    public AuditQueries(JdbcOperations jdbc, TrailingModels trailing) {
        this(jdbc, trailing, CHUNK);
    }

    AuditQueries(JdbcOperations jdbc, TrailingModels trailing, int chunk) {
        this.jdbc = jdbc;
        this.trailing = trailing;
        this.chunk = chunk;
    }

    @QueryHandler
    public Optional<AuditRow> handle(FindAuditRow query) {
        trailing.await();
        return entries("where audit.id between ? and ?", true, query.number(), query.number()).stream()
                .map(AuditEntry::row)
                .findFirst();
    }

    @QueryHandler
    public AuditPage handle(SearchAudit query) {
        trailing.await();
        Conditions conditions = AuditConditions.of(query.filter());
        return conditions.isEmpty() ? pageOfAll(query) : pageOfSome(query, conditions);
    }

    /**
     * How many rows passed. They are read in chunks, each from where the last one ended: neither memory nor a transaction is
     * held while a slow reader takes them.
     */
    @QueryHandler
    public long handle(StreamAudit query) {
        trailing.await();
        Conditions conditions = AuditConditions.of(query.filter());
        String sql = AuditEntry.SELECT + " where " + (conditions.isEmpty() ? "" : conditions.all() + " and ")
                + "(audit.date, audit.id) > (?, ?) order by audit.date, audit.id limit ?";
        LocalDateTime date = LocalDateTime.of(1, 1, 1, 0, 0);
        long number = 0;
        long count = 0;
        List<AuditEntry> entries;
        do {
            entries = jdbc.query(sql, (row, index) -> AuditEntry.read(row), conditions.arguments(date, number, chunk));
            entries.forEach(query.sink());
            count += entries.size();
            if (!entries.isEmpty()) {
                AuditEntry last = entries.get(entries.size() - 1);
                date = last.row().date();
                number = last.row().number();
            }
        } while (entries.size() == chunk);
        return count;
    }

    private AuditPage pageOfAll(SearchAudit query) {
        long first = number("select min(id) from mfa_audit");
        long last = number("select max(id) from mfa_audit");
        if (last == 0) {
            return new AuditPage(0, List.of());
        }
        long offset = query.paging().offset();
        int size = query.paging().size();
        long from = query.ascending() ? first + offset : last - offset - size + 1;
        return new AuditPage(
                last - first + 1, entries("where audit.id between ? and ?", query.ascending(), from, from + size - 1));
    }

    private AuditPage pageOfSome(SearchAudit query, Conditions conditions) {
        long count = count(query.filter(), conditions);
        Window window = Window.of(query.paging(), count);
        if (window.isEmpty()) {
            return new AuditPage(count, List.of());
        }
        boolean ascending = query.ascending() != window.fromTheEnd();
        String page = "where audit.id in (select audit.id from mfa_audit audit" + conditions.where()
                + " order by audit.id" + direction(ascending) + " limit ? offset ?)";
        return new AuditPage(
                count, entries(page, query.ascending(), conditions.arguments(window.size(), window.offset())));
    }

    private long count(AuditFilter filter, Conditions conditions) {
        return CountedValues.of(filter)
                .map(counted -> number(
                        "select coalesce(sum(total), 0) from " + counted.table()
                                + counted.conditions().where(),
                        counted.conditions().arguments()))
                .orElseGet(() ->
                        number("select count(*) from mfa_audit audit" + conditions.where(), conditions.arguments()));
    }

    private List<AuditEntry> entries(String where, boolean ascending, Object... arguments) {
        return jdbc.query(
                AuditEntry.SELECT + where + " order by audit.id" + direction(ascending),
                (row, number) -> AuditEntry.read(row),
                arguments);
    }

    private static String direction(boolean ascending) {
        return ascending ? "" : " desc";
    }

    private long number(String sql, Object... arguments) {
        Long found = jdbc.queryForObject(sql, Long.class, arguments);
        return found == null ? 0 : found;
    }
}
