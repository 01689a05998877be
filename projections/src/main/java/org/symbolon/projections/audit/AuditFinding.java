package org.symbolon.projections.audit;

/**
 * Something that is wrong with the audit.
 *
 * @param number the row at which it shows, for head and checkpoint the row that they name
 */
public record AuditFinding(Kind kind, long number) {

    /** What can be wrong. */
    public enum Kind {
        ROW_MISSING,
        ROW_INSERTED,
        ROW_CHANGED,
        HEAD_MISSING,
        HEAD_NOT_SIGNED,
        HEAD_OF_ANOTHER_CHAIN,
        CHECKPOINT_NOT_SIGNED
    }

    /** The finding in words. */
    public String sentence() {
        return switch (kind) {
            case ROW_MISSING -> "Row " + number + " is missing.";
            case ROW_INSERTED -> "Row " + number + " was inserted.";
            case ROW_CHANGED -> "Row " + number + " was changed, or the one before it.";
            case HEAD_MISSING -> "The signed head is missing.";
            case HEAD_NOT_SIGNED -> "The signature of the head, row " + number + ", is wrong.";
            case HEAD_OF_ANOTHER_CHAIN -> "The head names another hash than row " + number + " has.";
            case CHECKPOINT_NOT_SIGNED -> "The signature of the checkpoint, row " + number + ", is wrong.";
        };
    }
}
