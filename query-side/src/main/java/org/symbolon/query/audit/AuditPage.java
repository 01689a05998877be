package org.symbolon.query.audit;

import java.util.List;

/**
 * A part of the audit.
 *
 * @param count how many rows there are in all that pass
 */
public record AuditPage(long count, List<AuditEntry> entries) {}
