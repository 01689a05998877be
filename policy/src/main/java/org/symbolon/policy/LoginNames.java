package org.symbolon.policy;

import java.util.Optional;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.UserName;

/** Knows users by what log-ins name, and tokens' owners. It asks user stores, so it is asked before anything is locked. */
public interface LoginNames {

    UserName nameOf(String login, Optional<String> realm, String resolver);

    Optional<KnownUser> find(UserName name);

    /** The realm that is meant where none is named. */
    Optional<String> defaultRealm();

    /** The user who has the token with the serial. */
    Optional<KnownUser> ownerOf(String serial);
}
