package org.symbolon.projections.audit;

/** A row of the audit with its place in the chain. */
record ChainedRow(AuditRow row, String signature) {}
