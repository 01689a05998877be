package org.symbolon.store.backup;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.symbolon.store.eventstore.EventInspection;
import org.symbolon.store.vault.MasterKey;

/** Reads all of a backup, and finds whether it is what was written and whether each of its events can be read. */
public final class BackupCheck {

    private static final String EVENTS = "domain_event";
    private static final int BUFFER = 1 << 16;
    private static final int MOST_NAMED = 20;

    private final BackupArchive archive;
    private final Optional<MasterKey> key;
    private final BiConsumer<Long, Long> progress;
    private final List<String> faults = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private long later;
    private long found;

    private BackupCheck(BackupArchive archive, Optional<MasterKey> key, BiConsumer<Long, Long> progress) {
        this.archive = archive;
        this.key = key;
        this.progress = progress;
    }

    /**
     * What was found.
     *
     * @param sealed whether the master key vouches for it; empty where that key was not at hand
     * @param faults what is not as it was written, a sentence for each: such a backup is not restored
     * @param unreadable events that cannot be read, a sentence for each, and that nobody has decided about
     * @param later how many of them a later version has written
     */
    public record Findings(Optional<Boolean> sealed, List<String> faults, List<String> unreadable, long later) {

        /** Whether all is well. */
        public boolean isSound() {
            return faults.isEmpty() && unreadable.isEmpty();
        }
    }

    /** With the key of the backup, if it is at hand; one that is another is left alone. The progress hears of events. */
    public static Findings of(BackupArchive archive, Optional<MasterKey> given, BiConsumer<Long, Long> progress) {
        Optional<MasterKey> key = archive.masterKey().or(() -> given).filter(one -> one.fingerprint()
                .equals(archive.manifest().masterKey()));
        return new BackupCheck(archive, key, progress).findings();
    }

    private Findings findings() {
        Optional<Boolean> sealed = key.map(archive::isSealedUnder);
        if (sealed.filter(fits -> !fits).isPresent()) {
            faults.add("What it says of itself was changed: its master key does not vouch for it.");
            return new Findings(sealed, List.copyOf(faults), List.of(), 0);
        }
        if (archive.manifest().holdsMasterKey() && archive.masterKey().isEmpty()) {
            faults.add("The master key that it is said to hold is not in it.");
        }
        Set<String> corrected = corrected();
        for (BackupManifest.Table table : archive.manifest().tables()) {
            try {
                inspect(table, corrected);
            } catch (IOException damaged) {
                faults.add("The rows of %s cannot be read: %s.".formatted(table.name(), damaged.getMessage()));
            }
        }
        if (found > MOST_NAMED) {
            unreadable.add("%d more events.".formatted(found - MOST_NAMED));
        }
        return new Findings(sealed, List.copyOf(faults), List.copyOf(unreadable), later);
    }

    /** The places of events that administrators have decided about. There are few. */
    private Set<String> corrected() {
        Set<String> indices = new HashSet<>();
        archive.manifest().table("event_correction").ifPresent(table -> {
            try (InputStream in = new BufferedInputStream(archive.rows(table), BUFFER)) {
                each(in, table, row -> indices.add(row.get("global_index")));
            } catch (IOException damaged) {
                // It is found and told when the tables are read in their turn.
                indices.clear();
            }
        });
        return indices;
    }

    private void inspect(BackupManifest.Table table, Set<String> corrected) throws IOException {
        if (!table.name().equals(EVENTS)) {
            read(table, row -> {});
            return;
        }
        EventInspection inspection = new EventInspection(key);
        long[] read = {0};
        read(table, row -> {
            read[0]++;
            progress.accept(read[0], table.rows());
            inspection
                    .fault(row)
                    .filter(fault -> !corrected.contains(row.get("global_index")))
                    .ifPresent(fault -> add(row, fault));
        });
    }

    private void add(Map<String, String> row, EventInspection.Fault fault) {
        if (fault == EventInspection.Fault.UNKNOWN) {
            later++;
        }
        if (++found > MOST_NAMED) {
            return;
        }
        unreadable.add("Event %s, %s of %s, %s."
                .formatted(
                        row.get("global_index"),
                        row.get("payload_type"),
                        row.get("aggregate_identifier"),
                        switch (fault) {
                            case CHANGED -> "is not what was stored";
                            case UNKNOWN -> "is of a later version of Symbolon";
                            case MALFORMED -> "has no payload that can be read";
                        }));
    }

    private interface Reader {
        void row(Map<String, String> row);
    }

    private void read(BackupManifest.Table table, Reader reader) throws IOException {
        Measured measured = new Measured(OutputStream.nullOutputStream(), rows -> {});
        try (InputStream in = new Measuring(new BufferedInputStream(archive.rows(table), BUFFER), measured)) {
            each(new BufferedInputStream(in, BUFFER), table, reader);
        }
        if (measured.bytes() != table.bytes()
                || measured.rows() != table.rows()
                || !measured.sha256Hex().equals(table.sha256())) {
            faults.add("The rows of %s are not those that were written.".formatted(table.name()));
        }
    }

    private static void each(InputStream in, BackupManifest.Table table, Reader reader) throws IOException {
        CopiedRows rows = new CopiedRows(in, table.columns());
        Optional<Map<String, String>> row = rows.next();
        while (row.isPresent()) {
            reader.row(row.get());
            row = rows.next();
        }
    }

    /** Measures what is read. */
    private static final class Measuring extends FilterInputStream {

        private final Measured measured;

        private Measuring(InputStream in, Measured measured) {
            super(in);
            this.measured = measured;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
                measured.write(one);
            }
            return one;
        }

        @Override
        public int read(byte[] content, int offset, int length) throws IOException {
            int number = super.read(content, offset, length);
            if (number > 0) {
                measured.write(content, offset, number);
            }
            return number;
        }
    }
}
