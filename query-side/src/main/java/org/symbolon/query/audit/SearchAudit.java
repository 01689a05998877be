package org.symbolon.query.audit;

import org.symbolon.query.shared.Paging;

/** Which rows does the audit have? The newest come first unless ascending. */
public record SearchAudit(AuditFilter filter, Paging paging, boolean ascending) {}
