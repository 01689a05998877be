package org.symbolon.projections.shared;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Makes the tables of the read models in whatever schema is asked for: the one in use, or a shadow that a rebuild fills.
 * Each schema keeps its own history of migrations, so that a swap of schemas swaps that, too.
 */
public final class ReadModelSchema {

    private static final List<String> TABLES = List.of(
            "admin",
            "config",
            "resolver",
            "resolverconfig",
            "realm",
            "resolverrealm",
            "customuserattribute",
            "passwordreset",
            "policy",
            "policycondition",
            "token",
            "tokeninfo",
            "tokenowner",
            "tokenrealm",
            "tokengroup",
            "tokentokengroup",
            "challenge",
            "serviceid",
            "smtpserver",
            "radiusclient",
            "radiusserver",
            "edumfaserver",
            "smsgateway",
            "smsgatewayoption",
            "caconnector",
            "caconnectorconfig",
            "feed",
            "feedoption",
            "issuedcertificate",
            "machineresolver",
            "machineresolverconfig",
            "machinetoken",
            "machinetokenoptions",
            "eventhandler",
            "eventhandleroption",
            "eventhandlercondition",
            "periodictask",
            "periodictaskoption",
            "periodictasklastrun",
            "jwt_blacklist",
            "authcache",
            "subscription",
            "clientapplication",
            "client_tracking",
            "eventcounter",
            "effect",
            "monitoringstats",
            "mfa_audit",
            "statistics_change",
            "projection_position",
            "unreadable_event",
            "audit_head",
            "audit_checkpoint",
            "audit_count",
            "audit_client_count",
            "audit_statistic",
            "token_counted",
            "token_count");

    private ReadModelSchema() {}

    /**
     * Creates the schema and its tables, or brings them up to date.
     *
     * @throws LaterVersionException if a later version of Symbolon has made them
     */
    public static void migrate(DataSource dataSource, String schema) {
        SchemaMigration.run(migrations(dataSource, schema));
    }

    /**
     * Looks whether the tables are up to date.
     *
     * @throws EarlierVersionException if they are not
     * @throws LaterVersionException if a later version of Symbolon has made them
     */
    public static void requireCurrent(DataSource dataSource, String schema) {
        SchemaMigration.requireCurrent(migrations(dataSource, schema));
    }

    private static Flyway migrations(DataSource dataSource, String schema) {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/readmodel")
                .lockRetryCount(SchemaMigration.WITHOUT_END)
                .load();
    }

    /** The tables of the read models, each before those that refer to it. */
    public static List<String> tables() {
        return TABLES;
    }
}
