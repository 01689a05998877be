package org.symbolon.cli.events;

import java.util.List;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.Progress;

/** What the command line may do about events that cannot be read. */
public interface EventMending {
    /** Reads all events, and changes nothing. */
    Check check(Progress progress);

    /**
     * Lets an event count for nothing.
     *
     * <p>One that can be read, or that there is not, is a {@link CommandFailedException}.
     */
    Correction skip(long index, String reason);

    /**
     * Has an event read with this payload.
     *
     * <p>A payload that is not one of such an event is a {@link CommandFailedException}, and so is an event as {@link #skip} refuses it.
     */
    Correction repair(long index, String payload, String reason);

    /**
     * What was found.
     *
     * @param events how many events there are
     * @param unreadable those that cannot be read, a sentence for each
     * @param lacking those that read models lack, a line for each
     * @param corrections what was decided about events that could not be read, a sentence for each
     */
    record Check(long events, List<String> unreadable, List<String> lacking, List<String> corrections) {}

    /**
     * What was decided.
     *
     * @param sentence the same in words
     * @param rebuildIsDue whether read models show something else until they are made anew
     */
    record Correction(String sentence, boolean rebuildIsDue) {}
}
