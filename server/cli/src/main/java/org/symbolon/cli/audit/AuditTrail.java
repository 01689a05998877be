package org.symbolon.cli.audit;

import java.time.Duration;
import java.util.List;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.Progress;

/** What the command line may do with the audit: find out whether it is as it was written, and take old rows out of it. */
public interface AuditTrail {
    Verdict verify(Progress progress);

    /**
     * A proof that a row stands for an event that was in the stream when the newest checkpoint was signed.
     *
     * <p>A row that there is not, or that no checkpoint holds yet, is a {@link CommandFailedException}.
     *
     * @param since the size of an earlier checkpoint that is to be proven the beginning of the newest, 0 for none
     */
    String prove(long row, long since);

    /** The key by which signatures are verified, in PEM. */
    String publicKey();

    /**
     * Removes the oldest rows.
     *
     * <p>Rows that are not as they were written stay, with a {@link CommandFailedException}.
     */
    Removal rotate(Rotation rotation, Progress progress);

    /**
     * The outcome of a verification.
     *
     * @param rows how many rows were found to be right before the first that is not
     * @param events how many events there are
     * @param findings what is wrong, a sentence for each; none if stream and audit are whole
     * @param corrections what was decided about events that could not be read, a sentence for each
     */
    record Verdict(long rows, long events, Duration duration, List<String> findings, List<String> corrections) {}

    /**
     * Which rows are to go.
     *
     * @param age those older than so many days; 0 for a rotation by watermarks
     * @param highWatermark how many rows there may be before any goes
     * @param lowWatermark how many of the newest stay then
     * @param chunkSize how many rows go in one step
     * @param dryRun whether to only say which they are
     */
    record Rotation(int age, long highWatermark, long lowWatermark, int chunkSize, boolean dryRun) {}

    /**
     * What was removed, or would be.
     *
     * @param first number of the first removed row
     * @param last number of the last removed row, less than the first if none is
     * @param remaining how many rows stay
     */
    record Removal(long first, long last, long remaining) {
        long count() {
            return Math.max(0, last - first + 1);
        }
    }
}
