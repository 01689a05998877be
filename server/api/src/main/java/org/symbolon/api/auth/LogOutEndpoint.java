package org.symbolon.api.auth;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.login.RequestLogin;
import org.symbolon.api.kernel.login.VerifiedLogin;
import org.symbolon.command.auth.RevokeLogin;

/** Logs out: the log-in that the request comes with counts no more, on any node. */
@Component
public class LogOutEndpoint implements Endpoint {

    /** The end of the year 9999, for log-ins that never end. */
    private static final long LATEST = 253_402_300_799L;

    private final CommandDispatcher commands;
    private final RequestLogin logins;

    public LogOutEndpoint(CommandDispatcher commands, RequestLogin logins) {
        this.commands = commands;
        this.logins = logins;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.user("DELETE", "/auth", this::logOut)
                .needsNoRight("It ends the caller's own log-in.")
                .does("Ends the log-in that the request comes with, on every node.")
                .answers(Shape.flag("True.")));
    }

    /** Whoever was faster with the same log-in has done what was asked for. */
    private Reply logOut(ApiRequest request) {
        VerifiedLogin login = logins.login(request);
        Instant expires = Instant.ofEpochSecond(Math.min(login.expires(), LATEST));
        return commands.send(request, new RevokeLogin(login.nonce(), expires), (Boolean first) -> {
            request.notes().success(true);
            return Reply.value(true);
        });
    }
}
