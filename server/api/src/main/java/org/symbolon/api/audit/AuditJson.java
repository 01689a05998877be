package org.symbolon.api.audit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.wire.CanonicalJson;
import org.symbolon.policy.rights.HiddenNames;
import org.symbolon.projections.audit.AuditRow;
import org.symbolon.query.audit.AuditEntry;

/** Puts rows of the audit into the words of the wire. */
public final class AuditJson {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS");

    /** What {@link #of} answers. */
    static final Shape SHAPE = Shape.fields("")
            .with("number", Shape.number("Its number, without a gap."))
            .with("date", Shape.text("When it was answered."))
            .with("sig_check", Shape.choice("Whether it fits the chain.", "OK", "FAIL"))
            .with("missing_line", Shape.choice("Whether its neighbours are there.", "OK", "FAIL"))
            .with("action", Shape.text("Method and path."))
            .with("success", Shape.number("1 or 0."))
            .with("serial", Shape.text("Of which token.").orNull())
            .with("token_type", Shape.text("Of which type that is.").orNull())
            .with("user", Shape.text("About which user.").orNull())
            .with("realm", Shape.text("Of which realm.").orNull())
            .with("resolver", Shape.text("Of which resolver.").orNull())
            .with("administrator", Shape.text("By which administrator.").orNull())
            .with("action_detail", Shape.text("More about it."))
            .with("info", Shape.text("Still more."))
            .with("edumfa_server", Shape.text("By which node.").orNull())
            .with("policies", Shape.text("By which policies.").orNull())
            .with("client", Shape.text("From which address.").orNull())
            .with("log_level", Shape.text("`default`.").orNull())
            .with("clearance_level", Shape.text("`default`.").orNull())
            .with("startdate", Shape.text("When it began.").orNull())
            .with("duration", Shape.decimal("How many seconds it took.").orNull())
            .with("thread_id", Shape.text("Which thread answered it.").orNull());

    /** The names of the columns, in the order in which interfaces of eduMFA show them. */
    static final List<String> COLUMNS = List.of(
            "number",
            "action",
            "success",
            "serial",
            "date",
            "startdate",
            "duration",
            "token_type",
            "user",
            "realm",
            "administrator",
            "action_detail",
            "info",
            "edumfa_server",
            "client",
            "log_level",
            "policies",
            "clearance_level",
            "sig_check",
            "missing_line",
            "resolver",
            "thread_id");

    private AuditJson() {}

    /** The columns of a row that are shown. */
    static Map<String, Object> of(AuditEntry entry, HiddenNames hidden) {
        Map<String, Object> json = of(entry);
        json.keySet().removeIf(column -> !hidden.shows(column));
        return json;
    }

    private static Map<String, Object> of(AuditEntry entry) {
        AuditRow row = entry.row();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", row.number());
        json.put("date", time(row.date()));
        json.put("sig_check", entry.fitsChain() ? "OK" : "FAIL");
        json.put("missing_line", entry.hasNeighbours() ? "OK" : "FAIL");
        json.put("action", row.action());
        json.put("success", row.success());
        json.put("serial", row.serial());
        json.put("token_type", row.tokenType());
        json.put("user", row.user());
        json.put("realm", row.realm());
        json.put("resolver", row.resolver());
        json.put("administrator", row.administrator());
        json.put("action_detail", said(row.actionDetail()));
        json.put("info", said(row.info()));
        json.put("edumfa_server", row.server());
        json.put("policies", row.policies());
        json.put("client", row.client());
        json.put("log_level", row.logLevel());
        json.put("clearance_level", row.clearanceLevel());
        json.put("startdate", time(row.startDate()));
        json.put("duration", seconds(row.duration()));
        json.put("thread_id", row.threadId());
        return json;
    }

    /** What a request has not said more about is an empty text, as in eduMFA; rows that are older than that know none. */
    private static String said(String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** One line without a header: every value in single quotes as Python prints it, what is not there as None. */
    public static String csv(AuditEntry entry) {
        return csv(of(entry));
    }

    /** The same with the columns that are shown. */
    static String csv(AuditEntry entry, HiddenNames hidden) {
        return csv(of(entry, hidden));
    }

    private static String csv(Map<String, Object> row) {
        return row.values().stream()
                .map(value -> "'" + oneLine(printed(value)) + "'")
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String printed(Object value) {
        if (value instanceof Double number) {
            return new String(CanonicalJson.write(number), StandardCharsets.US_ASCII);
        }
        return Objects.requireNonNullElse(value, "None").toString();
    }

    private static String oneLine(String text) {
        return text.replace("'", "''").replace('\n', ' ').replace('\r', ' ');
    }

    /** A fraction of zero is left out, as Python does. */
    private static String time(LocalDateTime time) {
        if (time == null) {
            return null;
        }
        return (time.get(ChronoField.MICRO_OF_SECOND) == 0 ? SECONDS : MICROSECONDS).format(time);
    }

    private static Double seconds(Duration duration) {
        return duration == null ? null : duration.toNanos() / 1e9;
    }
}
