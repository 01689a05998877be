package org.symbolon.server.http.login;

import java.util.Optional;
import org.symbolon.command.user.KnownUser;
import org.symbolon.server.http.ApiRequest;

/** Whether a log-in counts that a web server in front has checked. */
@FunctionalInterface
public interface RemoteUserPolicy {

    /**
     * Whether it does for this user.
     *
     * @param user empty for a local administrator
     */
    boolean admits(ApiRequest request, String username, Optional<KnownUser> user);
}
