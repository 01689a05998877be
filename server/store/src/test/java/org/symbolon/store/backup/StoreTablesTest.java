package org.symbolon.store.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class StoreTablesTest {

    /** A new one belongs to those that a backup keeps, unless it is a cache; a comment in {@link StoreTables} says more. */
    @Test
    void ofEveryTableItIsDecidedWhetherABackupHoldsIt() {
        try (BackupDatabase database = new BackupDatabase()) {
            List<String> decided = new ArrayList<>(StoreTables.kept());
            decided.addAll(StoreTables.leftOut());
            decided.add("flyway_schema_history");

            assertThat(decided).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(database.tables());
        }
    }

    @Test
    void noTableComesBeforeOneThatItRefersTo() {
        try (BackupDatabase database = new BackupDatabase()) {
            database.jdbc()
                    .query(
                            "select conrelid::regclass::text, confrelid::regclass::text from pg_constraint where contype = 'f'",
                            row -> {
                                assertThat(StoreTables.kept()).containsSubsequence(row.getString(2), row.getString(1));
                            });
        }
    }

    /** A restore runs them in a schema of its own. */
    @Test
    void noMigrationNamesTheSchema() throws IOException {
        for (Resource script : new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql")) {
            assertThat(script.getContentAsString(StandardCharsets.UTF_8))
                    .as(script.getFilename())
                    .doesNotContain("public.");
        }
    }
}
