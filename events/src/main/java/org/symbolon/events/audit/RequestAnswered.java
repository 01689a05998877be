package org.symbolon.events.audit;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A request was answered, whatever the answer: the fact behind one row of the audit. Who asked from where on which node is in the metadata. */
@EventName("RequestAnswered")
@Revision("1")
public record RequestAnswered(
        String action,
        boolean success,
        String serial,
        String tokenType,
        String user,
        String realm,
        String resolver,
        String administrator,
        String actionDetail,
        String info,
        String policies,
        Instant started,
        Duration duration,
        String thread)
        implements AuditEvent {}
