package org.symbolon.query.support;

import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
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
import org.symbolon.projections.token.TokenEntities;
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

    private LocalContainerEntityManagerFactoryBean entities;

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

    /** Those of a server, compared with the tables before anybody shows other ones. */
    public Supplier<EntityManagerFactory> entities() {
        if (entities == null) {
            entities = TokenEntities.of(database.dataSource());
            entities.getJpaPropertyMap()
                    .putAll(Map.of(
                            JdbcSettings.ALLOW_METADATA_ON_BOOT, true, SchemaToolingSettings.HBM2DDL_AUTO, "validate"));
            entities.afterPropertiesSet();
        }
        return entities::getObject;
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
        if (entities != null) {
            entities.destroy();
        }
        database.close();
    }
}
