package org.symbolon.query.admin;

import org.symbolon.projections.admin.AdminRow;

/** A local administrator. */
public record AdminView(String username, String passwordHash, String email) {

    static AdminView of(AdminRow row) {
        return new AdminView(row.username(), row.password(), row.email());
    }

    @Override
    public String toString() {
        return "AdminView[username=" + username + ", email=" + email + "]";
    }
}
