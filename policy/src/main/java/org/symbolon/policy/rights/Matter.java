package org.symbolon.policy.rights;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What somebody's doing is about, as far as it is named: whom, which tokens and which realms. It is made once, of a request or
 * of what a task or an event handler is given, and rights are held against it.
 *
 * @param user the user as he was typed, perhaps with his realm
 * @param serials the tokens that are named
 * @param realms the realms that tokens are to be in from now on
 * @param attachment the number of what is attached to a machine
 */
public record Matter(
        Optional<String> user,
        Optional<String> realm,
        Optional<String> resolver,
        List<String> serials,
        List<String> realms,
        OptionalInt attachment) {

    /** Nothing that belongs to anybody. */
    public static final Matter NOTHING =
            new Matter(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), OptionalInt.empty());

    public Matter {
        serials = List.copyOf(serials);
        realms = List.copyOf(realms);
    }

    /** The same about another user. */
    public Matter ofUser(Optional<String> other) {
        return new Matter(other, realm, resolver, serials, realms, attachment);
    }
}
