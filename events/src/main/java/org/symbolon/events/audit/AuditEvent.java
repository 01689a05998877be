package org.symbolon.events.audit;

/** What the audit is made of. */
public sealed interface AuditEvent permits RequestAnswered, AuditRotated {}
