package org.symbolon.query.audit;

/**
 * Is this part of the audit as it was written?
 *
 * @param from number of the first row; where that was removed, the part begins with the first there is
 * @param most how many rows to read at most
 */
public record VerifyAudit(long from, int most) {}
