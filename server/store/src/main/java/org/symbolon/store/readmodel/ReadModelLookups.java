package org.symbolon.store.readmodel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.realm.port.Realms;
import org.symbolon.command.resolver.port.Resolvers;
import org.symbolon.command.token.port.Serials;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.projections.token.CandidateRow;
import org.symbolon.projections.token.CandidateRows;

/**
 * Answers what decisions ask about names and numbers, from the inline read models: they hold everything that was
 * answered for, on every node.
 */
@Component
public class ReadModelLookups implements CandidateTokens, Realms, Resolvers, Serials {

    private final JdbcOperations jdbc;
    private final CandidateRows candidates;

    public ReadModelLookups(JdbcOperations jdbc, CandidateRows candidates) {
        this.jdbc = jdbc;
        this.candidates = candidates;
    }

    @Override
    public List<Candidate> ofOwner(TokenOwner owner) {
        return candidates.ofOwner(owner).stream()
                .map(row -> candidate(row, owner))
                .toList();
    }

    @Override
    public Optional<Candidate> withSerial(String serial) {
        return candidates.withSerial(serial).map(row -> candidate(row, row.owner()));
    }

    /** An owner's tokens are remembered with him, so they have him and not an equal one. */
    private static Candidate candidate(CandidateRow row, TokenOwner owner) {
        return new Candidate(row.serial(), row.type(), row.otpLength(), row.pin(), owner, progress(row), row.active());
    }

    private static Progress progress(CandidateRow row) {
        if (row.finished()) {
            return Progress.FINISHED;
        }
        return row.awaited() ? Progress.AWAITED : Progress.UNFINISHED;
    }

    @Override
    public Set<String> names() {
        return new TreeSet<>(jdbc.queryForList("select name from realm", String.class));
    }

    @Override
    public Optional<String> resolver(String name) {
        return storedName(name);
    }

    @Override
    public int nextRealmId() {
        return next("realm_seq");
    }

    @Override
    public Optional<String> storedName(String name) {
        return jdbc.queryForList("select name from resolver where lower(name) = lower(?)", String.class, name).stream()
                .findFirst();
    }

    @Override
    public List<String> realmsOf(String name) {
        return jdbc.queryForList(
                """
                select realm.name from realm
                join resolverrealm on resolverrealm.realm_id = realm.id
                join resolver on resolver.id = resolverrealm.resolver_id
                where resolver.name = ? order by realm.id
                """,
                String.class,
                name);
    }

    @Override
    public int countOf(String tokenType) {
        return number("select count(*) from token where tokentype = ?", tokenType);
    }

    @Override
    public boolean exists(String serial) {
        return number("select count(*) from token where serial = ?", serial) > 0;
    }

    @Override
    public boolean exists(String serial, int tokenId) {
        return number("select count(*) from token where serial = ? and id = ?", serial, tokenId) > 0;
    }

    @Override
    public int nextTokenId() {
        return next("token_seq");
    }

    private int next(String sequence) {
        return number("select nextval('" + sequence + "')");
    }

    private int number(String query, Object... arguments) {
        Integer number = jdbc.queryForObject(query, Integer.class, arguments);
        return number == null ? 0 : number;
    }
}
