package org.symbolon.server.http.auth;

import java.util.Optional;
import java.util.function.Function;
import org.symbolon.command.secret.PasswordHasher;
import org.symbolon.command.secret.Secret;

/** Checks the passwords of local administrators. */
public class AdminPasswords {

    private final Function<String, Optional<String>> hashOf;
    private final PasswordHasher hasher;

    /** The function answers the password hash of an administrator, if there is one of that name. */
    public AdminPasswords(Function<String, Optional<String>> hashOf, PasswordHasher hasher) {
        this.hashOf = hashOf;
        this.hasher = hasher;
    }

    boolean match(String username, Secret password) {
        return hashOf.apply(username)
                .filter(hash -> hasher.matches(hash, password))
                .isPresent();
    }
}
