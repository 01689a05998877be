package org.symbolon.command.resolver.port;

import java.util.Map;
import java.util.Optional;

/**
 * A search for users, one page at a time.
 *
 * @param criteria what must fit, all of it: attribute name to pattern; {@code *} is a wildcard, and names that the store does
 *     not know fit nobody
 * @param size how many users the page has at most
 * @param cursor where the page begins: what the page before said, empty for the first
 */
public record UserSearch(Map<String, String> criteria, int size, Optional<String> cursor) {

    /** The first page of a search. */
    public static UserSearch of(Map<String, String> criteria, int size) {
        return new UserSearch(criteria, size, Optional.empty());
    }

    /** The page of the same search that begins there. */
    public UserSearch at(String beginning) {
        return new UserSearch(criteria, size, Optional.of(beginning));
    }
}
