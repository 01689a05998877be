package org.symbolon.projections.token;

import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.symbolon.projections.realm.RealmRow;
import org.symbolon.projections.tokengroup.TokengroupRow;

/**
 * What lists of tokens are read from: entities of JPA, over the connection of the JDBC transaction that the reader is in, so that they need no
 * transactions of their own and see temporary tables as well. To make them loads thousands of classes, so that it is for the first list to
 * do, and no start; the database is not asked for that.
 */
public final class TokenEntities {

    private static final String[] TYPES = Stream.of(
                    RealmRow.class, TokenInfoRow.class, TokenOwnerRow.class, TokenRow.class, TokengroupRow.class)
            .map(Class::getName)
            .toArray(String[]::new);

    /** The oldest that Hibernate knows, lest it asks the database which one it is. */
    private static final String OLDEST_POSTGRESQL = "13";

    private TokenEntities() {}

    public static LocalContainerEntityManagerFactoryBean of(DataSource source) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setPersistenceUnitName("tokens");
        factory.setDataSource(new TransactionAwareDataSourceProxy(source));
        factory.setManagedTypes(PersistenceManagedTypes.of(TYPES));
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(Map.of(
                JdbcSettings.ALLOW_METADATA_ON_BOOT,
                false,
                JdbcSettings.JAKARTA_HBM2DDL_DB_NAME,
                "PostgreSQL",
                JdbcSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION,
                OLDEST_POSTGRESQL,
                MappingSettings.XML_MAPPING_ENABLED,
                false));
        return factory;
    }
}
