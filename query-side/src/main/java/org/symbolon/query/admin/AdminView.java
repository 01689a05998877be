package org.symbolon.query.admin;

/** A local administrator. */
public record AdminView(String username, String passwordHash, String email) {

    @Override
    public String toString() {
        return "AdminView[username=" + username + ", email=" + email + "]";
    }
}
