package org.symbolon.query.audit;

/** Which row of the audit has this number? */
public record FindAuditRow(long number) {}
