package org.symbolon.query.audit;

import java.util.function.Consumer;

/**
 * All rows of the audit that pass, by date, however many they are. The answer is their number.
 *
 * @param sink gets one row after the other while they are being read
 */
public record StreamAudit(AuditFilter filter, Consumer<AuditEntry> sink) {}
