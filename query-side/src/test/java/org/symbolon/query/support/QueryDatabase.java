package org.symbolon.query.support;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.projections.admin.AdminProjection;
import org.symbolon.projections.audit.AuditProjection;
import org.symbolon.projections.config.ConfigProjection;
import org.symbolon.projections.definition.DefinitionProjection;
import org.symbolon.projections.realm.RealmProjection;
import org.symbolon.projections.resolver.ResolverTable;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.projections.shared.TrailingPosition;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;
import org.symbolon.projections.support.TextSigner;
import org.symbolon.projections.token.TokenCountProjection;
import org.symbolon.projections.token.TokenCounterProjection;
import org.symbolon.projections.token.TokenProjection;
import org.symbolon.projections.tokengroup.TokengroupMemberProjection;
import org.symbolon.projections.tokengroup.TokengroupTable;

/** A database whose read models follow a stream of events, and what queries need to read it. */
public final class QueryDatabase implements AutoCloseable {

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final JdbcTransactionManager transactionManager = new JdbcTransactionManager(database.dataSource());
    private final List<Object> inline = List.of(
            new AdminProjection(database.jdbc()),
            new ConfigProjection(database.jdbc()),
            new DefinitionProjection(database.jdbc(), ResolverTable.TABLE),
            new RealmProjection(database.jdbc()),
            new TokenProjection(database.jdbc()),
            new DefinitionProjection(database.jdbc(), TokengroupTable.TABLE),
            new TokengroupMemberProjection(database.jdbc()));
    private final List<Object> trailing = List.of(
            new TokenCounterProjection(database.jdbc()),
            new TokenCountProjection(database.jdbc()),
            new AuditProjection(database.jdbc(), new TextSigner()));

    /** Appends events and has all projectors handle them. */
    public QueryDatabase after(Object... events) {
        stream.append(events)
                .projectInline(inline.toArray())
                .projectTrailing(500, List.of(new TrailingPosition(database.jdbc())), trailing.toArray());
        return this;
    }

    public ReadModelDatabase database() {
        return database;
    }

    public EventStream stream() {
        return stream;
    }

    public JdbcTransactionManager transactionManager() {
        return transactionManager;
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(transactionManager);
    }

    public TrailingModels trailingModels() {
        return new TrailingModels(database.jdbc());
    }

    /** The projectors whose tables can be seen as they were. */
    public List<Object> projectorsOfThePast() {
        List<Object> projectors = new ArrayList<>(inline.subList(1, inline.size()));
        projectors.add(trailing.get(0));
        return projectors;
    }

    @Override
    public void close() {
        database.close();
    }
}
