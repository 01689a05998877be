package org.symbolon.connectors.feed;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.symbolon.command.feed.port.FedFact;

/** A fact as a message of syslog (RFC 5424), in the frame of RFC 5425. */
final class SyslogMessage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String NONE = "-";
    private static final int WARNING = 4;
    private static final int INFORMATION = 6;
    private static final int OF_A_FACILITY = 8;
    private static final int LONGEST_HOST = 255;
    private static final int LONGEST_KIND = 32;

    /** Kinds of facts that somebody should look at, beside requests without success. */
    private static final Set<String> WARNINGS =
            Set.of("OtpRejected", "FailLimitReached", "UnreadableEvent", "EffectGivenUp");

    private SyslogMessage() {}

    static boolean isWarning(FedFact fact) {
        return WARNINGS.contains(fact.name()) || "false".equals(fact.labels().get("success"));
    }

    static byte[] framed(FedFact fact, int facility, String body) {
        int severity = isWarning(fact) ? WARNING : INFORMATION;
        String text = "<%d>1 %s %s symbolon - %s - %s"
                .formatted(
                        facility * OF_A_FACILITY + severity,
                        TIME.format(fact.time()),
                        printable(fact.labels().get("node"), LONGEST_HOST),
                        printable(fact.name(), LONGEST_KIND),
                        body);
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        byte[] length = (message.length + " ").getBytes(StandardCharsets.US_ASCII);
        byte[] framed = new byte[length.length + message.length];
        System.arraycopy(length, 0, framed, 0, length.length);
        System.arraycopy(message, 0, framed, length.length, message.length);
        return framed;
    }

    private static String printable(String text, int longest) {
        String allowed = text == null ? "" : text.replaceAll("[^\\x21-\\x7e]", "");
        return allowed.isEmpty() ? NONE : allowed.substring(0, Math.min(longest, allowed.length()));
    }
}
