package org.symbolon.cli.admin;

import java.util.List;
import org.symbolon.cli.kernel.CommandFailedException;

/**
 * What the command line may do to local administrators. It exists because the first of them cannot be made over the REST
 * API, which asks for one.
 *
 * <p>A request that cannot be met (a name that is taken or unknown) throws a {@link CommandFailedException}.
 */
public interface Administrators {
    void add(String name, String password, String email);

    List<Administrator> list();

    void changePassword(String name, String password);

    /** An empty address when none is known any more. */
    void changeEmail(String name, String email);

    void remove(String name);
}
