package org.symbolon.projections.tokengroup;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of the table tokengroup, to be read only. */
@Entity
@Immutable
@Table(name = "tokengroup")
public class TokengroupRow {

    @Id
    private Integer id;

    private String name;

    protected TokengroupRow() {}

    public int id() {
        return id;
    }

    public String name() {
        return name;
    }
}
