package org.symbolon.policy.enrolment;

import java.util.List;
import java.util.Optional;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.rights.TokenPlaces.TokenPlace;

/**
 * Which token and whom something is about, as policies about tokens see it.
 *
 * @param token the token that is named, if there is one
 * @param user the user who is named, or else the token's owner
 * @param named whether that user is named
 * @param realm the realm of that user, or else the one that is named
 * @param subject whom policies are asked about
 * @param type the type of the token that there is or will be
 */
record TokenTarget(
        Optional<TokenPlace> token,
        Optional<KnownUser> user,
        boolean named,
        Optional<String> realm,
        Subject subject,
        String type) {

    /** The realms that the token is or will be in. */
    List<String> realms() {
        if (named || (token.isEmpty() && realm.isPresent())) {
            return realm.stream().toList();
        }
        return token.map(TokenPlace::realms).orElse(List.of());
    }

    /** The serial of the token that is there; null if there is none. */
    String serial() {
        return token.map(TokenPlace::serial).orElse(null);
    }
}
