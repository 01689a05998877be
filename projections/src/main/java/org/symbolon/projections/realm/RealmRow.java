package org.symbolon.projections.realm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of the table realm, to be read only. */
@Entity
@Immutable
@Table(name = "realm")
public class RealmRow {

    @Id
    private Integer id;

    private String name;

    @Column(name = "\"default\"")
    private Boolean standard;

    @Column(name = "\"option\"")
    private String option;

    protected RealmRow() {}

    public int id() {
        return id;
    }

    public String name() {
        return name;
    }

    public boolean isDefault() {
        return Boolean.TRUE.equals(standard);
    }

    public String option() {
        return option;
    }
}
