package org.symbolon.app.maintenance;

import java.time.Duration;
import java.time.Instant;
import org.symbolon.events.audit.RequestAnswered;

/** Makes the facts from which the audit tells of commands of the command line that had success. */
final class CommandFacts {

    private CommandFacts() {}

    /**
     * What was done.
     *
     * @param command its name, behind {@code CLI}
     * @param detail what it was about; null where it was about everything
     * @param info what more there is to say; may be null
     */
    static RequestAnswered of(String command, String detail, String info, Instant started, Duration duration) {
        return of(command, null, detail, info, started, duration);
    }

    /** As {@link #of(String, String, String, Instant, Duration)} where it is known who did it. */
    static RequestAnswered of(
            String command, String who, String detail, String info, Instant started, Duration duration) {
        return new RequestAnswered(
                "CLI " + command,
                true,
                null,
                null,
                null,
                null,
                null,
                who,
                detail,
                info,
                null,
                started,
                duration,
                Long.toString(Thread.currentThread().getId()));
    }

    /**
     * What was done to a token, or was not.
     *
     * @param refusal why it was not; empty if it was
     */
    static RequestAnswered ofToken(
            String command,
            String who,
            String serial,
            String type,
            String detail,
            String refusal,
            Instant started,
            Duration duration) {
        return new RequestAnswered(
                "CLI " + command,
                refusal.isEmpty(),
                serial,
                type,
                null,
                null,
                null,
                who,
                detail,
                refusal.isEmpty() ? null : refusal,
                null,
                started,
                duration,
                Long.toString(Thread.currentThread().getId()));
    }
}
