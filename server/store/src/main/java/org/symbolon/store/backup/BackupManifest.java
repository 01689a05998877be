package org.symbolon.store.backup;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself: when and where it was made, of what, and what each of its parts must be.
 *
 * @param form of the file; a later one is not read
 * @param madeBy the version of Symbolon
 * @param madeAt when its snapshot was taken
 * @param node where
 * @param storeVersion the migration that its tables had come to
 * @param lastPosition of the stream
 * @param masterKey the fingerprint of the key that all of it lies under
 * @param holdsMasterKey whether that key is in it
 * @param tables its tables
 * @param sequences the numbers that come next
 */
public record BackupManifest(
        int form,
        String madeBy,
        String madeAt,
        String node,
        String storeVersion,
        long lastPosition,
        String masterKey,
        boolean holdsMasterKey,
        List<Table> tables,
        Map<String, Numbers> sequences) {

    /** A spoilt one may lack anything. */
    public BackupManifest {
        Objects.requireNonNull(madeAt);
        Objects.requireNonNull(storeVersion);
        Objects.requireNonNull(masterKey);
        tables = List.copyOf(tables);
        sequences = Map.copyOf(sequences);
    }

    static final int FORM = 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A table, as PostgreSQL's COPY writes it.
     *
     * @param bytes of its rows
     * @param sha256 over them
     */
    public record Table(String name, List<String> columns, long rows, long bytes, String sha256) {

        /** A spoilt one may lack anything. */
        public Table {
            Objects.requireNonNull(name);
            columns = List.copyOf(columns);
            Objects.requireNonNull(sha256);
        }
    }

    /** The last number of a sequence, and whether it was given out. */
    public record Numbers(long last, boolean given) {}

    static BackupManifest parse(byte[] json) {
        return JSON.readValue(new String(json, StandardCharsets.UTF_8), BackupManifest.class);
    }

    byte[] json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }

    /** The table of this name, if there was one then. */
    public Optional<Table> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** How many events it holds. */
    public long events() {
        return table("domain_event").map(Table::rows).orElse(0L);
    }
}
