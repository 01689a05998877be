package org.symbolon.command.auth.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.TokenOwner;

/**
 * The cached log-ins as they are now on all nodes. They have no aggregate, so whoever decides about one locks it first: then
 * its facts are in the order of the decisions.
 */
public interface CachedLogins {

    /**
     * A cached log-in.
     *
     * @param uses how often somebody was let in because of it
     * @param password the sealed hash of what was typed
     */
    record Entry(long id, Instant firstUsed, Instant lastUsed, int uses, Sealed password) {}

    /** Those of a user under this name, the oldest first. */
    List<Entry> of(String username, TokenOwner user);

    /** Those of a user under whatever names and in whatever realms, locked until the current transaction ends. */
    List<Entry> lockAllOf(TokenOwner user);

    /** Those of these that are there, locked until the current transaction ends. */
    List<Entry> lock(Collection<Long> ids);

    /** So many of those that nobody has used since then, locked until the current transaction ends. */
    List<Entry> lockUnusedSince(Instant time, int most);
}
