package org.symbolon.store.readmodel;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.symbolon.command.auth.port.CachedLogins;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.projections.auth.CachedLoginRows;

/** Answers what decisions ask about cached log-ins, from the inline read model. */
@Component
public class CachedLoginLookups implements CachedLogins {

    private final CachedLoginRows rows;

    public CachedLoginLookups(CachedLoginRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Entry> of(String username, TokenOwner user) {
        return entries(rows.of(username, user));
    }

    @Override
    public List<Entry> lockAllOf(TokenOwner user) {
        return entries(rows.lockAllOf(user));
    }

    @Override
    public List<Entry> lock(Collection<Long> ids) {
        return entries(rows.lock(ids));
    }

    @Override
    public List<Entry> lockUnusedSince(Instant time, int most) {
        return entries(rows.lockUnusedSince(time, most));
    }

    private static List<Entry> entries(List<CachedLoginRows.Row> rows) {
        return rows.stream()
                .map(row -> new Entry(row.id(), row.firstUsed(), row.lastUsed(), row.uses(), row.password()))
                .toList();
    }
}
