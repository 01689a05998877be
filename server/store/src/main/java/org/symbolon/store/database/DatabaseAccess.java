package org.symbolon.store.database;

/** What a client needs to reach the database. Prints without its password, as it ends up in logs. */
public record DatabaseAccess(String url, String username, String password) {
    @Override
    public String toString() {
        return "%s as %s".formatted(url, username);
    }
}
