package org.symbolon.query.audit;

import java.time.Instant;
import java.util.Map;
import org.symbolon.events.shared.Reach;

/**
 * Which rows of the audit are wanted.
 *
 * @param columns wanted texts by column; asterisks stand for any characters, unknown columns are passed over
 * @param notBefore the time from which on rows are wanted, null for all
 * @param reach whose rows the asking one may see, null for all
 * @param own whose rows alone the asking one may see, null for everybody's
 */
public record AuditFilter(Map<String, String> columns, Instant notBefore, Reach reach, Own own) {

    /** A filter by columns alone. */
    public static AuditFilter of(Map<String, String> columns) {
        return new AuditFilter(columns, null, null, null);
    }

    /** A user who sees what concerns him alone. */
    public record Own(String user, String realm, String resolver) {}
}
