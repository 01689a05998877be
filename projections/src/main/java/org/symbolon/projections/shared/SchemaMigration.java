package org.symbolon.projections.shared;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings tables up to date, and leaves alone those that a later version of Symbolon has changed. */
public final class SchemaMigration {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaMigration.class);

    /** Another node may be at it, and takes as long as it takes. */
    public static final int WITHOUT_END = -1;

    private static final Set<MigrationState> LATER =
            EnumSet.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    private SchemaMigration() {}

    /**
     * Runs the migrations that are missing.
     *
     * @throws LaterVersionException if there are some that this program does not know
     * @throws MigrationFailedException if one fails
     */
    public static void run(Flyway flyway) {
        try {
            String schema = flyway.getConfiguration().getDefaultSchema();
            MigrationInfoService found = flyway.info();
            refuseLater(schema, found.all());
            tellOfChanges(schema, found);
            if (!isUpToDate(found)) {
                flyway.migrate();
            }
        } catch (FlywayException failed) {
            throw new MigrationFailedException(
                    "the tables in the schema %s of the database cannot be brought up to date: %s"
                            .formatted(flyway.getConfiguration().getDefaultSchema(), reason(failed)),
                    failed);
        }
    }

    /**
     * For those who only look.
     *
     * @throws EarlierVersionException if migrations are missing
     * @throws LaterVersionException if there are some that this program does not know
     */
    public static void requireCurrent(Flyway flyway) {
        String schema = flyway.getConfiguration().getDefaultSchema();
        MigrationInfoService found = flyway.info();
        refuseLater(schema, found.all());
        if (found.pending().length > 0) {
            throw new EarlierVersionException(
                    "the tables in the schema %s of the database are those of an earlier version of Symbolon: `symbolon serve` brings them up to date"
                            .formatted(schema));
        }
    }

    /** Nothing is missing, and what was run is what this program has: to migrate would ask all that again, over more connections. */
    private static boolean isUpToDate(MigrationInfoService found) {
        return found.current() != null
                && Arrays.stream(found.all())
                        .allMatch(migration -> migration.getState() == MigrationState.SUCCESS
                                && migration.isChecksumMatching()
                                && migration.isTypeMatching()
                                && migration.isDescriptionMatching());
    }

    /** Lest the silence of a long migration is taken for a server that hangs. */
    private static void tellOfChanges(String schema, MigrationInfoService found) {
        MigrationInfo current = found.current();
        MigrationInfo[] pending = found.pending();
        if (current != null && pending.length > 0) {
            LOG.info(
                    "Bringing the tables in the schema {} from version {} to {}, which takes the longer the fuller they are",
                    schema,
                    current.getVersion(),
                    pending[pending.length - 1].getVersion());
        }
    }

    /** The database's own words say more than what Flyway lays around them. */
    private static String reason(FlywayException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return refused.getMessage();
            }
        }
        return failed.getMessage();
    }

    private static void refuseLater(String schema, MigrationInfo[] migrations) {
        newest(migrations, LATER::contains).ifPresent(later -> {
            throw new LaterVersionException(
                    ("the tables in the schema %s of the database were made by a later version of Symbolon:"
                                    + " they have version %s, and this program knows them up to %s")
                            .formatted(
                                    schema,
                                    later,
                                    newest(migrations, state -> !LATER.contains(state))
                                            .map(Object::toString)
                                            .orElse("none")));
        });
    }

    private static Optional<MigrationVersion> newest(MigrationInfo[] migrations, Predicate<MigrationState> wanted) {
        return Arrays.stream(migrations)
                .filter(migration -> migration.isVersioned() && wanted.test(migration.getState()))
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder());
    }
}
