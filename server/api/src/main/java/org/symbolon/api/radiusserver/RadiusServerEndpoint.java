package org.symbolon.api.radiusserver;

import java.util.List;
import org.springframework.stereotype.Component;
import org.symbolon.api.definition.DefinitionEndpoint;
import org.symbolon.api.definition.DefinitionRights;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.radiusserver.DeleteRadiusServer;
import org.symbolon.command.radiusserver.SaveRadiusServer;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.action.SharedActions;
import org.symbolon.policy.rights.Over;
import org.symbolon.projections.radiusserver.RadiusServerTable;
import org.symbolon.query.definition.DefinitionView;
import org.symbolon.query.sending.QueryDispatcher;

/** RADIUS servers: what is defined of them, but for their secrets. */
@Component
public class RadiusServerEndpoint extends DefinitionEndpoint {

    private static final DefinitionRights RIGHTS = new DefinitionRights(
            AdminActions.RADIUSSERVER_READ, AdminActions.RADIUSSERVER_WRITE, AdminActions.RADIUSSERVER_WRITE);

    private static final String ENFORCED = "enforce_ma";

    private static final Shape SETTINGS = Shape.fields("")
            .with("server", Shape.text("Its address.").required())
            .with("port", Shape.number("Its port.").or(1812))
            .with("secret", Shape.secret("What it shares with this server.").required())
            .with("dictionary", Shape.text("The file of its attributes.").or("/etc/edumfa/dictionary"))
            .with("description", Shape.text("What it is for."))
            .with(
                    "timeout",
                    Shape.number("After how many seconds it is asked again.").or(5))
            .with("retries", Shape.number("How often it is asked again.").or(3))
            .with(
                    ENFORCED,
                    Shape.flag("Whether its answers must bring a message authenticator.")
                            .or(false));

    public RadiusServerEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        super(
                commands,
                queries,
                RadiusServerTable.TABLE,
                "/radiusserver/",
                "identifier",
                SETTINGS.shown(),
                DeleteRadiusServer::new,
                RIGHTS);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                listing("Lists RADIUS servers."),
                saving("Defines a RADIUS server, or changes what is given of it.", Shape.flag("True."))
                        .takes(SETTINGS)
                        .refuses(2234, "The secret is too long."),
                deleting("Deletes a RADIUS server.", Shape.flag("True.")),
                Route.user("GET", "/system/names/radius", this::names)
                        .needs(SharedActions.enrol("radius"), Over.ANYTHING)
                        .does("Lists the names of the RADIUS servers.")
                        .answers(Shape.list("The names.")));
    }

    @Override
    protected Shape listed() {
        return Shape.mapOf("By name, without their secrets.", shown());
    }

    private Reply names(ApiRequest request) {
        return succeed(request, defined().stream().map(DefinitionView::name).toList());
    }

    @Override
    protected Object commandToSave(ApiRequest request) {
        Parameters parameters = request.parameters();
        return new SaveRadiusServer(
                named(request),
                parameters.required("server"),
                parameters.integerOrNull("port"),
                Secret.of(parameters.required("secret")),
                parameters.text("dictionary").orElse(null),
                parameters.text("description").orElse(null),
                parameters.integerOrNull("timeout"),
                parameters.integerOrNull("retries"),
                parameters.has(ENFORCED) ? parameters.filled(ENFORCED) : null);
    }
}
