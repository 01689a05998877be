package org.symbolon.api.kernel.login;

import java.util.Optional;

/** The hashes of the passwords of local administrators, as they are now on all nodes. */
@FunctionalInterface
public interface AdministratorPasswords {

    /** Empty if there is no administrator of that name. */
    Optional<String> hashOf(String username);
}
