package org.symbolon.server.policy;

import java.util.List;
import java.util.Optional;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.projections.token.TokenPlaceRow;
import org.symbolon.server.policy.asking.Subject;

/**
 * Which token and whom a request is about, as policies about tokens see it.
 *
 * @param token the token that the request names, if there is one
 * @param user the user whom the request names, or else the token's owner
 * @param named whether the request names that user
 * @param realm the realm of that user, or else the one that the request names
 * @param subject whom policies are asked about
 * @param type the type of the token that there is or will be
 */
record TokenTarget(
        Optional<TokenPlaceRow> token,
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
        return token.map(TokenPlaceRow::realms).orElse(List.of());
    }
}
