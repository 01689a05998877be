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

    /** Whether there is an administrator of that name. */
    boolean isKnown(String username) {
        return hashOf.apply(username).isPresent();
    }

    /** Whether this is the password of an administrator of that name. */
    boolean match(String username, Secret password) {
        return hashOf.apply(username)
                .filter(hash -> hasher.matches(hash, password))
                .isPresent();
    }

    /**
     * Takes the time of a hash unless {@link #match} has taken it: a refusal costs the same whether there is an
     * administrator of that name or not.
     */
    void payUnlessKnown(String username) {
        if (hashOf.apply(username).isEmpty()) {
            hasher.burn();
        }
    }
}
