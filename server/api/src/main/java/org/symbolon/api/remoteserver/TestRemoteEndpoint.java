package org.symbolon.api.remoteserver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.remoteserver.port.RemoteAnswer;
import org.symbolon.command.remoteserver.port.RemoteClient;
import org.symbolon.command.remoteserver.port.RemotePeer;
import org.symbolon.command.remoteserver.port.RemoteRequest;
import org.symbolon.command.remoteserver.port.RemoteUnavailableException;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;

/** Tries another server out, as it is sent and before it is saved. */
@Component
public class TestRemoteEndpoint implements Endpoint {

    private final RemoteClient client;

    public TestRemoteEndpoint(RemoteClient client) {
        this.client = client;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("POST", "/edumfaserver/test_request", this::test)
                .needs(AdminActions.EDUMFASERVER_WRITE)
                .does("Asks another server whether it lets somebody in.")
                .takes("identifier", Shape.text("Its name.").required())
                .takes("url", Shape.text("Where it is.").required())
                .takes("username", Shape.text("Who is to be let in.").required())
                .takes("password", Shape.secret("His password.").required())
                .takes("tls", Shape.flag("Whether its certificate is verified.").or(true))
                .answers(Shape.flag("Whether it lets him in."))
                .refuses(903, "It does not answer; the text says why."));
    }

    private Reply test(ApiRequest request) {
        Parameters parameters = request.parameters();
        request.notes().info(parameters.required("identifier"));
        String url = Limits.check("url", parameters.required("url"), Limits.TEXT);
        Map<String, String> who = Map.of("user", parameters.required("username"));
        Secret password = Secret.of(parameters.required("password"));
        boolean checked = !Boolean.FALSE.equals(parameters.flagOrNull("tls"));
        boolean accepted = isAccepted(
                RemotePeer.at(url, RemotePeer.CHECK, checked),
                new RemoteRequest(new TreeMap<>(who), password, Optional.empty()));
        request.notes().success(accepted);
        return Reply.value(accepted);
    }

    private boolean isAccepted(RemotePeer peer, RemoteRequest asked) {
        try {
            return client.ask(peer, asked) instanceof RemoteAnswer.Accepted;
        } catch (RemoteUnavailableException unavailable) {
            throw ApiException.server(unavailable.getMessage());
        }
    }
}
