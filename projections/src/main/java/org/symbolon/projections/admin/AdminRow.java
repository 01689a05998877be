package org.symbolon.projections.admin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of the table admin, to be read only. */
@Entity
@Immutable
@Table(name = "admin")
public class AdminRow {

    @Id
    private String username;

    private String password;
    private String email;

    protected AdminRow() {}

    public String username() {
        return username;
    }

    /** The hash of the password. */
    public String password() {
        return password;
    }

    public String email() {
        return email;
    }
}
