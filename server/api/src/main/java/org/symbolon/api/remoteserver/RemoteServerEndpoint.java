package org.symbolon.api.remoteserver;

import java.util.List;
import org.springframework.stereotype.Component;
import org.symbolon.api.definition.DefinitionEndpoint;
import org.symbolon.api.definition.DefinitionRights;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.remoteserver.DeleteRemoteServer;
import org.symbolon.command.remoteserver.SaveRemoteServer;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.projections.remoteserver.RemoteServerTable;
import org.symbolon.query.sending.QueryDispatcher;

/** Other servers of this kind: what is defined of them. */
@Component
public class RemoteServerEndpoint extends DefinitionEndpoint {

    private static final DefinitionRights RIGHTS = new DefinitionRights(
            AdminActions.EDUMFASERVER_READ, AdminActions.EDUMFASERVER_WRITE, AdminActions.EDUMFASERVER_WRITE);

    private static final String IDENTIFIER = "identifier";

    private static final Shape SETTINGS = Shape.fields("")
            .with("url", Shape.text("Where it is.").required())
            .with("tls", Shape.flag("Whether its certificate is verified.").or(true))
            .with("description", Shape.text("What it is for."));

    private static final Shape SHOWN = Shape.fields("")
            .with("id", Shape.number("Its number."))
            .with("url", Shape.text("Where it is."))
            .with("tls", Shape.flag("Whether its certificate is verified."))
            .with("description", Shape.text("What it is for."));

    public RemoteServerEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        super(
                commands,
                queries,
                RemoteServerTable.TABLE,
                "/edumfaserver/",
                IDENTIFIER,
                SHOWN,
                DeleteRemoteServer::new,
                RIGHTS);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                listing("Lists other servers of this kind."),
                saving("Defines another server, or changes what is given of it.", Shape.flag("True."))
                        .takes(SETTINGS),
                deleting("Deletes another server.", Shape.flag("True.")));
    }

    @Override
    protected Object commandToSave(ApiRequest request) {
        Parameters parameters = request.parameters();
        return new SaveRemoteServer(
                named(request),
                parameters.required("url"),
                parameters.flagOrNull("tls"),
                parameters.text("description").orElse(null));
    }
}
