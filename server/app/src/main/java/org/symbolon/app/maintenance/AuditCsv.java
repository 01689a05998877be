package org.symbolon.app.maintenance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.symbolon.api.audit.AuditJson;
import org.symbolon.cli.audit.AuditLines;
import org.symbolon.query.audit.AuditFilter;
import org.symbolon.query.audit.StreamAudit;
import org.symbolon.query.sending.QueryDispatcher;

/** Writes rows of the audit as the lines that clients get. */
@Component
public class AuditCsv implements AuditLines {

    private final QueryDispatcher queries;
    private final Clock clock;

    public AuditCsv(QueryDispatcher queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public void read(Duration age, Consumer<String> line) {
        AuditFilter filter = new AuditFilter(Map.of(), age == null ? null : notBefore(age), null, null);
        queries.ask(new StreamAudit(filter, entry -> line.accept(AuditJson.csv(entry))), Long.class);
    }

    private Instant notBefore(Duration age) {
        Instant time = clock.instant().minus(age);
        return time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
    }
}
