package org.symbolon.command.resolver.port;

import java.util.Map;
import org.symbolon.events.shared.Secret;

/**
 * A user store whose users can be made, changed and deleted. A store that may not be written to does not implement it, even if
 * others of its type do. What it cannot take is refused with a {@link UserChangeRefusedException}.
 */
public interface EditableUserStore extends UserStore {

    /** Makes a user, who has no password yet, and answers his id. His {@code username} must be new. */
    String add(Map<String, String> attributes);

    /** Changes the given attributes of a user; an empty text takes one away. False if there is no such user. */
    boolean update(String userId, Map<String, String> attributes);

    /** Gives a user another password. False if there is no such user. */
    boolean setPassword(String userId, Secret password);

    /** Deletes a user. False if there is no such user. */
    boolean delete(String userId);
}
