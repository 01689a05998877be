package org.symbolon.api.kernel;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as some lists of eduMFA show them: as in a header of HTTP, whole seconds, always GMT. */
public final class HttpDate {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private HttpDate() {}

    public static String of(LocalDateTime utc) {
        return FORMAT.format(utc.atOffset(ZoneOffset.UTC));
    }
}
