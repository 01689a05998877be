package org.symbolon.connectors.sql;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.connectors.parameters.StoreParameters;

/** Resolvers made of a table in a database, such as that of a web application. */
public final class SqlStoreType implements UserStoreType {

    private static final Map<String, String> SOUND =
            Map.of("Driver", "postgresql", "Table", "users", "Map", "{\"userid\": \"id\", \"username\": \"login\"}");

    private final SqlNetwork network;
    private final RandomGenerator random;

    /** The random source makes the salts of written passwords. */
    public SqlStoreType(SqlNetwork network, RandomGenerator random) {
        this.network = network;
        this.random = random;
    }

    @Override
    public String name() {
        return "sqlresolver";
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of("Password");
    }

    @Override
    public Optional<String> objection(Map<String, String> given) {
        return StoreParameters.objection(SOUND, given, parameters -> {
            SqlConnectionSettings.of(parameters);
            SqlUserSettings.of(parameters);
        });
    }

    @Override
    public UserStore open(Map<String, String> configuration) {
        try {
            StoreParameters parameters = new StoreParameters(configuration);
            SqlUserSettings users = SqlUserSettings.of(parameters);
            SqlDatabase database = new SqlDatabase(SqlConnectionSettings.of(parameters), network);
            return users.editable()
                    ? new EditableSqlStore(database, users, network, random)
                    : new SqlStore(database, users, network);
        } catch (IllegalArgumentException unusable) {
            throw new UserStoreUnavailableException(
                    "The configuration of a database cannot be used: " + unusable.getMessage(), null);
        }
    }

    @Override
    public TestResult test(Map<String, String> configuration) {
        try {
            return new SqlTrial(new StoreParameters(configuration), network).result();
        } catch (IllegalArgumentException unusable) {
            return SqlTrial.failed(unusable.getMessage());
        }
    }
}
