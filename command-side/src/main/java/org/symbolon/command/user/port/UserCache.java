package org.symbolon.command.user.port;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.resolver.port.StoredUser;

/** Whom resolvers knew a while ago, for user stores that are far away. It forgets by itself what is too old. */
public interface UserCache {

    /** Whether anything is kept at all. */
    boolean isOn();

    /** The user whom the resolver last knew under the name that was typed. */
    Optional<StoredUser> withLogin(String resolver, String login);

    /** The users whom the resolver last knew by these ids, by id. */
    Map<String, StoredUser> withIds(String resolver, Collection<String> userIds);

    /** As {@link #withLogin}, for while the resolver cannot be asked: also what is older, as far as that is allowed. */
    Optional<StoredUser> lastWithLogin(String resolver, String login);

    /** As {@link #withIds}, for while the resolver cannot be asked: also what is older, as far as that is allowed. */
    Map<String, StoredUser> lastWithIds(String resolver, Collection<String> userIds);

    /** Forgets a user, since he has changed or is known no more. */
    void forget(String resolver, String login);

    /** Keeps users by the names that were typed, in the place of what was known under the same names. */
    void keep(String resolver, Map<String, StoredUser> byLogin);
}
