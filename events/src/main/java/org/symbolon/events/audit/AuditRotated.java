package org.symbolon.events.audit;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** The oldest rows of the audit, up to this number, are shown no more; the facts behind them stay. */
@EventName("AuditRotated")
@Revision("1")
public record AuditRotated(long lastRemoved) implements AuditEvent {}
