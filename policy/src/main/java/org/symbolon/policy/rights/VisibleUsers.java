package org.symbolon.policy.rights;

import java.util.Optional;
import java.util.function.Predicate;
import org.symbolon.events.shared.Reach.Person;

/**
 * What somebody sees of a list of users.
 *
 * @param realm the realm that he may search in, whatever he asks for; empty if he may search everywhere
 * @param shown whether he sees one who was found
 */
public record VisibleUsers(Optional<String> realm, Predicate<Person> shown) {

    static final VisibleUsers ALL = new VisibleUsers(Optional.empty(), user -> true);
}
