package org.symbolon.connectors.sql;

/**
 * A database gave no answer, or one that nothing can be done with. The message says so in our words and quotes nothing that the server
 * said, since that has names and values in it; so it has no cause either.
 */
final class SqlTroubleException extends Exception {

    private static final long serialVersionUID = 1L;

    private final SqlTrouble trouble;

    SqlTroubleException(SqlAddress server, SqlTrouble trouble, String words) {
        super("The " + server + " " + words);
        this.trouble = trouble;
    }

    SqlTroubleException(SqlAddress server, SqlTrouble trouble) {
        this(server, trouble, trouble.words());
    }

    /** What was told before is told again. */
    SqlTroubleException(String message) {
        super(message);
        this.trouble = SqlTrouble.AWAY;
    }

    SqlTrouble trouble() {
        return trouble;
    }
}
