package org.symbolon.api.kernel;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The form in which periodic tasks and statistics show times: UTC, with microseconds and {@code +0000}. */
public final class WireTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS'+0000'", Locale.ROOT);

    private WireTime() {}

    /** The text for a time that is UTC. */
    public static String of(LocalDateTime time) {
        return FORM.format(time);
    }
}
