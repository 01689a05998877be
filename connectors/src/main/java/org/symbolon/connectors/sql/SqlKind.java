package org.symbolon.connectors.sql;

import java.sql.Types;

/** How the values of a column are compared and read. */
enum SqlKind {
    TEXT,

    /** Text that SQL Server keeps as Unicode. */
    NATIONAL_TEXT,
    NUMBER,
    TRUTH,
    BYTES,
    UUID,

    /** Dates and whatever else there is: compared as text. */
    OTHER;

    /** By the number in {@link Types}. */
    static SqlKind of(int type) {
        return switch (type) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
            case Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR, Types.NCLOB -> NATIONAL_TEXT;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL -> NUMBER;
            case Types.BIT, Types.BOOLEAN -> TRUTH;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            default -> OTHER;
        };
    }
}
