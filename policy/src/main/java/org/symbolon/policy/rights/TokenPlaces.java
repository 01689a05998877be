package org.symbolon.policy.rights;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.symbolon.events.shared.TokenOwner;

/** Where tokens belong, as of now. */
public interface TokenPlaces {

    /**
     * Where one token belongs.
     *
     * @param owner empty where it belongs to nobody
     * @param realms the realms that it is in, in their order
     */
    record TokenPlace(String serial, String type, Optional<TokenOwner> owner, List<String> realms) {}

    /** Empty if there is no such token. */
    Optional<TokenPlace> of(String serial);

    /** The serials of a user's tokens. */
    List<String> serialsOf(TokenOwner owner);

    /** Those of the serials that tokens have. */
    List<String> taken(Collection<String> serials);

    /** The serial of the token that is attached to a machine under this number. */
    Optional<String> attached(int number);
}
