package org.symbolon.query.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.symbolon.projections.audit.AuditRow;
import org.symbolon.projections.audit.ChainText;

/**
 * A row of the audit and whether it can be trusted.
 *
 * @param fitsChain whether the row is what was chained to the row before it
 * @param hasNeighbours whether the rows with the numbers before and after it are there
 */
public record AuditEntry(AuditRow row, boolean fitsChain, boolean hasNeighbours) {

    /** A selection of entries from the table mfa_audit, which goes by the name audit. */
    static final String SELECT = "select " + AuditRow.COLUMNS
            + """
            , coalesce(former.signature, checkpoint.hash) as former_signature, former.id is not null
                and exists (select 1 from mfa_audit later where later.id = audit.id + 1) as has_neighbours
            from mfa_audit audit
            left join mfa_audit former on former.id = audit.id - 1
            left join audit_checkpoint checkpoint on checkpoint.number = audit.id - 1
            """;

    static AuditEntry read(ResultSet row) throws SQLException {
        AuditRow audit = AuditRow.read(row);
        String former = audit.number() == 1 ? "" : row.getString("former_signature");
        boolean fits = former != null && ChainText.after(former, audit).equals(row.getString("signature"));
        return new AuditEntry(audit, fits, row.getBoolean("has_neighbours"));
    }
}
