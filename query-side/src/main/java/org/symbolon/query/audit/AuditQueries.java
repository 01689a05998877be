package org.symbolon.query.audit;

import java.sql.PreparedStatement;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.query.shared.Conditions;
import org.symbolon.query.shared.Paging;

/**
 * Answers questions about the audit. Its numbers have no gaps, so a page of the whole audit is a range of numbers and its
 * length the difference of two: that costs the same at ten rows and at ten million.
 */
public class AuditQueries {

    private static final int FETCH_SIZE = 1000;
    private static final String FORMER = " left join mfa_audit former on former.id = audit.id - 1";

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final TrailingModels trailing;

    public AuditQueries(JdbcOperations jdbc, TransactionOperations transactions, TrailingModels trailing) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.trailing = trailing;
    }

    @QueryHandler
    public AuditPage handle(SearchAudit query) {
        trailing.await();
        Conditions conditions = AuditConditions.of(query.filter());
        return conditions.isEmpty() ? pageOfAll(query) : pageOfSome(query, conditions);
    }

    /** How many rows passed. */
    @QueryHandler
    public long handle(StreamAudit query) {
        trailing.await();
        Conditions conditions = AuditConditions.of(query.filter());
        String sql = "select " + AuditEntry.COLUMNS + " from mfa_audit audit" + FORMER + conditions.where()
                + " order by audit.date, audit.id";
        long[] count = {0};
        transactions.executeWithoutResult(status -> jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(sql);
                    statement.setFetchSize(FETCH_SIZE);
                    new ArgumentPreparedStatementSetter(conditions.arguments()).setValues(statement);
                    return statement;
                },
                row -> {
                    count[0]++;
                    query.sink().accept(AuditEntry.read(row));
                }));
        return count[0];
    }

    private AuditPage pageOfAll(SearchAudit query) {
        long first = number("select min(id) from mfa_audit");
        long last = number("select max(id) from mfa_audit");
        if (last == 0) {
            return new AuditPage(0, List.of());
        }
        Paging paging = query.paging();
        long from = query.ascending() ? first + paging.offset() : last - paging.offset() - paging.size() + 1;
        return new AuditPage(
                last - first + 1,
                entries("where audit.id between ? and ?", query.ascending(), from, from + paging.size() - 1));
    }

    private AuditPage pageOfSome(SearchAudit query, Conditions conditions) {
        Long count = jdbc.queryForObject(
                "select count(*) from mfa_audit audit" + conditions.where(), Long.class, conditions.arguments());
        String page = "where audit.id in (select audit.id from mfa_audit audit" + conditions.where()
                + " order by audit.id" + direction(query.ascending()) + " limit ? offset ?)";
        Object[] arguments =
                conditions.arguments(query.paging().size(), query.paging().offset());
        return new AuditPage(count == null ? 0 : count, entries(page, query.ascending(), arguments));
    }

    private List<AuditEntry> entries(String where, boolean ascending, Object... arguments) {
        return jdbc.query(
                "select " + AuditEntry.COLUMNS + " from mfa_audit audit" + FORMER + " " + where + " order by audit.id"
                        + direction(ascending),
                (row, number) -> AuditEntry.read(row),
                arguments);
    }

    private static String direction(boolean ascending) {
        return ascending ? "" : " desc";
    }

    private long number(String sql) {
        Long found = jdbc.queryForObject(sql, Long.class);
        return found == null ? 0 : found;
    }
}
