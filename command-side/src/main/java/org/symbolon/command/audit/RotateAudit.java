package org.symbolon.command.audit;

/** Take the oldest rows out of the audit, up to this number. */
public record RotateAudit(long lastRemoved) {}
