package org.symbolon.command.user.port;

import java.util.Optional;
import org.symbolon.command.resolver.port.StoredUser;

/** Whom resolvers knew a while ago, for user stores that are far away. It forgets by itself what is too old. */
public interface UserCache {

    /** Whether anything is kept at all. */
    boolean isOn();

    /** The user whom the resolver last knew under the name that was typed. */
    Optional<StoredUser> withLogin(String resolver, String login);

    /** The user whom the resolver last knew by this id. */
    Optional<StoredUser> withId(String resolver, String userId);

    /** Keeps a user, in the place of what was known under the same name. */
    void keep(String resolver, String login, StoredUser user);
}
