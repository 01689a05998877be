package org.symbolon.projections.shared;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.symbolon.projections.support.ReadModelDatabase;

class SchemaMigrationTest {

    @Test
    void tablesOfALaterVersionAreRefusedAndLeftAlone() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            assertThatCode(() -> ReadModelSchema.migrate(database.dataSource(), "rm"))
                    .doesNotThrowAnyException();
            database.jdbc()
                    .update(
                            """
                            insert into rm.flyway_schema_history (installed_rank, version, description, type, script,
                                installed_by, execution_time, success)
                            values (9999, '9999', 'from the future', 'SQL', 'V9999__from_the_future.sql', 'later', 1, true)
                            """);

            assertThatThrownBy(() -> ReadModelSchema.migrate(database.dataSource(), "rm"))
                    .isInstanceOf(LaterVersionException.class)
                    .hasMessageStartingWith(
                            "the tables in the schema rm of the database were made by a later version of"
                                    + " Symbolon: they have version 9999, and this program knows them up to ")
                    .hasMessageEndingWith(
                            "Start that version again, or restore the backup that was made before the upgrade");
        }
    }

    @Test
    void whoeverOnlyLooksDoesNotBringTablesUpToDate() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            assertThatCode(() -> ReadModelSchema.requireCurrent(database.dataSource(), "rm"))
                    .doesNotThrowAnyException();
            String newest = "installed_rank = (select max(installed_rank) from rm.flyway_schema_history)";
            database.jdbc().update("delete from rm.flyway_schema_history where " + newest);

            assertThatThrownBy(() -> ReadModelSchema.requireCurrent(database.dataSource(), "rm"))
                    .isInstanceOf(EarlierVersionException.class)
                    .hasMessageContaining("the schema rm of the database are those of an earlier version of Symbolon");
        }
    }

    @Test
    void aMigrationThatFailsIsToldInTheWordsOfTheDatabase() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            database.jdbc().execute("drop table rm.flyway_schema_history");

            assertThatThrownBy(() -> ReadModelSchema.migrate(database.dataSource(), "rm"))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageStartingWith(
                            "the tables in the schema rm of the database cannot be brought up to date: ");
        }
    }

    /** Tables that are up to date are not migrated again, and yet it is seen when they were made in another way. */
    @Test
    void tablesThatAnotherMigrationMadeAreRefused() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            database.jdbc().update("update rm.flyway_schema_history set checksum = checksum + 1 where version = '2'");

            assertThatThrownBy(() -> ReadModelSchema.migrate(database.dataSource(), "rm"))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("Migration checksum mismatch for migration version 2");
        }
    }

    @Test
    void aMigrationThatFailedBeforeIsNotTakenForDone() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            database.jdbc().update("update rm.flyway_schema_history set success = false where version = '2'");

            assertThatThrownBy(() -> ReadModelSchema.migrate(database.dataSource(), "rm"))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("failed migration to version 2");
        }
    }
}
