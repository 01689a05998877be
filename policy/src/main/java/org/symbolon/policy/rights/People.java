package org.symbolon.policy.rights;

import java.util.Optional;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.UserName;

/** The users whom rights are held against. */
public interface People {

    /** Splits what was typed into a name and its realm. */
    UserName nameOf(String typed, Optional<String> realm, String resolver);

    Optional<KnownUser> find(UserName name);

    /** The log-in name of a user of whom only the id is at hand; empty if there is none, or nobody can be asked now. */
    Optional<String> loginOf(String resolver, String userId);
}
