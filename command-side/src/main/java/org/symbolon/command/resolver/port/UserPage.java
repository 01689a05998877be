package org.symbolon.command.resolver.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some of the users that a search finds.
 *
 * @param users all attributes of each
 * @param next where the next page begins, a text that only the store understands; empty on the last page
 * @param several by the users' ids: all values of those attributes of which one may have several, by name
 */
public record UserPage(
        List<Map<String, String>> users, Optional<String> next, Map<String, Map<String, List<String>>> several) {

    /** A page of users who have one value of each attribute. */
    public UserPage(List<Map<String, String>> users, Optional<String> next) {
        this(users, next, Map.of());
    }
}
