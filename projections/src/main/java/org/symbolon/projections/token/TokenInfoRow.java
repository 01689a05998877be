package org.symbolon.projections.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of the table tokeninfo, to be read only. */
@Entity
@Immutable
@Table(name = "tokeninfo")
public class TokenInfoRow {

    @Id
    private Long id;

    @Column(name = "\"Key\"")
    private String key;

    @Column(name = "\"Value\"", columnDefinition = "text")
    private String value;

    @Column(name = "\"Type\"")
    private String type;

    protected TokenInfoRow() {}

    public long id() {
        return id;
    }

    public String key() {
        return key;
    }

    public String value() {
        return value == null ? "" : value;
    }

    public String type() {
        return type == null ? "" : type;
    }
}
