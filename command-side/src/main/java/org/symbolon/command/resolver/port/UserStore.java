package org.symbolon.command.resolver.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.secret.Secret;

/**
 * The users that one resolver knows: a passwd file, a directory, a table. User ids are texts that survive a rename of
 * the login. Attribute names are the standard ones: username, userid, givenname, surname, email, mobile, phone,
 * description. No method answers a password hash.
 */
public interface UserStore {

    /** The id of the user with this login, empty if there is none. */
    Optional<String> userIdOf(String login);

    /** All attributes of the user with this id, empty if there is none. */
    Optional<Map<String, String>> attributesOf(String userId);

    /**
     * The attributes of every user that fits all criteria (attribute name to pattern; {@code *} is a wildcard, names
     * that the store does not know fit nobody).
     */
    List<Map<String, String>> search(Map<String, String> criteria);

    /** Whether this is the user's password; false for an unknown user and for an unusable hash. */
    boolean passwordMatches(String userId, Secret password);

    /** Whether users can be created, changed and deleted here. */
    boolean editable();
}
