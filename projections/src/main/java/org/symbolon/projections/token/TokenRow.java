package org.symbolon.projections.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;
import org.symbolon.projections.realm.RealmRow;
import org.symbolon.projections.tokengroup.TokengroupRow;

/**
 * A row of the table token with its owner, realms and info, to be read only. Those of a whole page of tokens are fetched
 * with one statement each. Secrets are not mapped.
 */
@Entity
@Immutable
@Table(name = "token")
public class TokenRow {

    private static final int PAGE = 100;

    @Id
    private Integer id;

    private String serial;
    private String tokentype;
    private String description;
    private Integer otplen;
    private Integer maxfail;
    private Boolean active;
    private Boolean revoked;
    private Boolean locked;
    private Integer failcount;
    private Long count;

    @Column(name = "count_window")
    private Integer countWindow;

    @Column(name = "sync_window")
    private Integer syncWindow;

    @Column(name = "rollout_state")
    private String rolloutState;

    @OneToMany
    @JoinColumn(name = "token_id")
    @BatchSize(size = PAGE)
    private Set<TokenOwnerRow> owners;

    @OneToMany
    @JoinColumn(name = "token_id")
    @BatchSize(size = PAGE)
    private Set<TokenInfoRow> info;

    @ManyToMany
    @JoinTable(
            name = "tokenrealm",
            joinColumns = @JoinColumn(name = "token_id"),
            inverseJoinColumns = @JoinColumn(name = "realm_id"))
    @BatchSize(size = PAGE)
    private Set<RealmRow> realms;

    @ManyToMany
    @JoinTable(
            name = "tokentokengroup",
            joinColumns = @JoinColumn(name = "token_id"),
            inverseJoinColumns = @JoinColumn(name = "tokengroup_id"))
    @BatchSize(size = PAGE)
    private Set<TokengroupRow> groups;

    protected TokenRow() {}

    public int id() {
        return id;
    }

    public String serial() {
        return serial;
    }

    public String type() {
        return tokentype;
    }

    public String description() {
        return description;
    }

    public int otpLength() {
        return otplen;
    }

    public int failLimit() {
        return maxfail;
    }

    public boolean active() {
        return active;
    }

    public boolean revoked() {
        return revoked;
    }

    public boolean locked() {
        return locked;
    }

    public int failCount() {
        return failcount;
    }

    public long count() {
        return count;
    }

    public int countWindow() {
        return countWindow;
    }

    public int syncWindow() {
        return syncWindow;
    }

    public String rolloutState() {
        return rolloutState;
    }

    public Optional<TokenOwnerRow> owner() {
        return owners.stream().findFirst();
    }

    public List<TokenInfoRow> info() {
        return List.copyOf(info);
    }

    /** The names of the token's realms in alphabetical order. */
    public List<String> realms() {
        return realms.stream().map(RealmRow::name).sorted().toList();
    }

    /** The names of the token's groups in alphabetical order. */
    public List<String> groups() {
        return groups.stream().map(TokengroupRow::name).sorted().toList();
    }
}
