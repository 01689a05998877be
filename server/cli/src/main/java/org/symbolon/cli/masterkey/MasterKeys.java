package org.symbolon.cli.masterkey;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.Progress;

/**
 * Shows and changes the master key.
 *
 * <p>What cannot be done is a {@link CommandFailedException}, or says itself what it is.
 */
public interface MasterKeys {

    Shown show();

    /** Makes the key ready that is to follow, a new one or that of a file, and changes nothing yet. */
    Prepared prepare(Optional<Path> from);

    /** Puts the key that is to follow in the place of the one in use. Nobody else may be working on the database. */
    Changed rotate(Optional<Path> from, Progress progress);

    /**
     * What there is.
     *
     * @param file where the key in use lies
     * @param current its fingerprint; empty if there is none
     * @param wanted the fingerprint that the database has noted; empty if none
     * @param next where the key lies that is to follow, and its fingerprint
     * @param former files of former keys
     */
    record Shown(
            Path file, Optional<String> current, Optional<String> wanted, Optional<Prepared> next, List<Path> former) {}

    /** A key that was made ready. */
    record Prepared(Path file, String fingerprint) {}

    /**
     * What changed.
     *
     * @param formerFile where the former key lies now
     */
    record Changed(String former, String fingerprint, Path file, Path formerFile, int dataKeys, long events) {}
}
