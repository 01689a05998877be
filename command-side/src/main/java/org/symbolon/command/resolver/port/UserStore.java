package org.symbolon.command.resolver.port;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.events.shared.Secret;

/**
 * The users that one resolver knows: a passwd file, a directory, a table. User ids are texts that survive a rename of
 * the login. Attribute names are the standard ones: username, userid, givenname, surname, email, mobile, phone,
 * description. No method answers a password hash. A store that cannot be asked now, or that is closed, throws a
 * {@link UserStoreUnavailableException}. Many threads ask at once.
 */
public interface UserStore extends AutoCloseable {

    /** The user who logs in with this name, empty if there is none. */
    Optional<StoredUser> withLogin(String login);

    /** All attributes of the users with these ids, by id, in one question; whoever is unknown is left out. */
    Map<String, Map<String, String>> attributesOf(Collection<String> userIds);

    /** All attributes of the user with this id, empty if there is none. */
    default Optional<Map<String, String>> attributesOf(String userId) {
        return Optional.ofNullable(attributesOf(List.of(userId)).get(userId));
    }

    /** A page of the users who are searched for. As long as nobody changes, all pages together have each of them once. */
    UserPage search(UserSearch search);

    /**
     * Whether this is the user's password, be it compared here or tried elsewhere; false for an unknown user and for one who
     * has no password that anything can be compared with.
     */
    boolean passwordMatches(String userId, Secret password);

    /** Gives back what it holds. It waits for nobody, and a second time does nothing. */
    @Override
    void close();
}
