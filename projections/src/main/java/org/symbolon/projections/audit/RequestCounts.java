package org.symbolon.projections.audit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.projections.shared.StorableText;
import org.symbolon.projections.shared.TextColumns;

/**
 * Counts by the hour how requests ended, whether their rows of the audit were removed since or not: what is asked for, and
 * how log-ins go. A log-in may concern several tokens, or none at all, so that the facts of tokens could not tell.
 */
final class RequestCounts {

    private final Map<Kind, Long> counts = new HashMap<>();

    private record Kind(LocalDateTime hour, String action, int success, String tokenType, String realm) {}

    void add(RequestAnswered event, Instant time) {
        Kind kind = new Kind(
                LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.HOURS), ZoneOffset.UTC),
                Objects.requireNonNullElse(StorableText.cut(event.action(), 50), ""),
                event.success() ? 1 : 0,
                StorableText.of(Objects.requireNonNullElse(event.tokenType(), "")),
                StorableText.of(Objects.requireNonNullElse(event.realm(), "")));
        counts.merge(kind, 1L, Long::sum);
    }

    void write(JdbcOperations jdbc) {
        if (counts.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into audit_statistic as former (hour, action, success, token_type, realm, total)
                select * from unnest(cast(? as timestamp[]), cast(? as text[]), cast(? as integer[]), cast(? as text[]),
                    cast(? as text[]), cast(? as bigint[]))
                on conflict (hour, action, success, token_type, realm)
                do update set total = former.total + excluded.total
                """,
                TextColumns.of(counts.entrySet().stream().map(count -> columns(count.getKey(), count.getValue())), 6));
    }

    private static Object[] columns(Kind kind, long total) {
        return new Object[] {kind.hour(), kind.action(), kind.success(), kind.tokenType(), kind.realm(), total};
    }
}
