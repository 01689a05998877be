package org.symbolon.policy.enrolment;

import java.util.Optional;

/**
 * Which token somebody does something to, and whose it is or is to be, as far as that is named.
 *
 * @param serial the token, which need not be there
 * @param user the user as he was typed, perhaps with his realm
 * @param type the type that a token has that is not there yet
 */
public record NamedToken(
        Optional<String> serial,
        Optional<String> user,
        Optional<String> realm,
        Optional<String> resolver,
        String type) {}
