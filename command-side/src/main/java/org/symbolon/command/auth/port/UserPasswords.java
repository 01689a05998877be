package org.symbolon.command.auth.port;

import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/** The passwords that users have in their user stores. An answer may take long, so no lock is held while one is awaited. */
@FunctionalInterface
public interface UserPasswords {

    /** Whether this is the password of the user; of a user who is not there it never is. */
    boolean match(TokenOwner user, Secret password);
}
