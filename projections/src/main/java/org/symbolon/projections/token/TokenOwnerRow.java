package org.symbolon.projections.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.symbolon.projections.realm.RealmRow;

/** A row of the table tokenowner, to be read only. */
@Entity
@Immutable
@Table(name = "tokenowner")
public class TokenOwnerRow {

    @Id
    private Long id;

    private String resolver;

    @Column(name = "user_id")
    private String userId;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "realm_id")
    private RealmRow realm;

    protected TokenOwnerRow() {}

    public long id() {
        return id;
    }

    public String resolver() {
        return resolver;
    }

    public String userId() {
        return userId;
    }

    /** Name of the realm in which the token was assigned, empty when that was deleted. */
    public String realm() {
        return realm == null ? "" : realm.name();
    }
}
