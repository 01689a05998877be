package org.symbolon.connectors.sql;

/** What can be wrong with a question to a database, and how it is told. */
enum SqlTrouble {
    LOGIN("refuses User with Password"),
    DATABASE("has no database of the name in Database, or does not let User into it"),
    TABLE("has no table or view of the name in Table"),
    COLUMN("has no such column"),
    RIGHTS("does not let User do this with Table, or has no such table"),
    FULL("has no connection left for anybody"),
    UNREACHABLE("cannot be reached: nothing listens there, or something is between"),
    UNKNOWN("is not known by this name"),
    AWAY("closed the connection, or answered what nobody understands"),
    TLS("could not be spoken to by TLS: it speaks none, or none that is allowed"),
    LATE("does not answer in time"),
    BUSY("keeps too many waiting: all connections of poolSize are in use"),
    READ_ONLY("can only be read"),
    TAKEN("has a row with this value already"),
    TOO_LONG("has a column that is too short for a value"),
    MISSING("wants a value for a column that has none"),
    OTHER("answered with an error");

    private final String words;

    SqlTrouble(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether the database would take the change if it were another one. */
    boolean isRefusalOfChange() {
        return this == RIGHTS
                || this == READ_ONLY
                || this == TAKEN
                || this == TOO_LONG
                || this == MISSING
                || this == OTHER;
    }

    /** Whether the server is away, so that nobody should wait for it. */
    boolean isOfTheServer() {
        return this == LOGIN || this == DATABASE || this == FULL || isOfTheNetwork();
    }

    /** Whether nothing was heard of the server, or nothing that could be understood. */
    boolean isOfTheNetwork() {
        return this == UNREACHABLE || this == UNKNOWN || this == AWAY || this == TLS || this == LATE;
    }
}
