package org.symbolon.server.http.caconnector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.symbolon.command.caconnector.DeleteCaConnector;
import org.symbolon.command.caconnector.SaveCaConnector;
import org.symbolon.command.secret.Censored;
import org.symbolon.query.caconnector.CaConnectorView;
import org.symbolon.query.caconnector.ListCaConnectors;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.ConfigParameters;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Parameters;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.Shape;
import org.symbolon.server.policy.action.AdminActions;
import org.symbolon.server.policy.action.SharedActions;
import org.symbolon.server.policy.rights.Over;
import org.symbolon.server.query.QueryDispatcher;

/** CA connectors: what is defined of them. No certificate authority is talked to yet. */
public class CaConnectorEndpoint implements Endpoint {

    private static final int CA_ERROR = 503;
    private static final String NAME = "name";
    private static final String ONE = "/caconnector/<" + NAME + ">";

    /** Parameters that are no entries of a configuration; the name is one, as clients of eduMFA know it. */
    private static final Set<String> NO_ENTRIES = Set.of("type", "nonce");

    private static final Map<String, List<String>> REQUIRED =
            Map.of("local", List.of("cakey", "cacert"), "microsoft", List.of("hostname", "port"));

    private static final Shape LISTED = Shape.listOf(
            "The connectors.",
            Shape.fields("")
                    .with("connectorname", Shape.text("Its name."))
                    .with("type", Shape.text("Its type."))
                    .with("data", Shape.mapOf("Its configuration.", Shape.text("")))
                    .with("templates", Shape.object("Templates for certificates.")));

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;

    public CaConnectorEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/caconnector/", this::list)
                        .needs(AdminActions.CACONNECTORREAD)
                        .does("Lists CA connectors; secrets are censored.")
                        .answers(LISTED),
                Route.admin("GET", ONE, this::get)
                        .needs(AdminActions.CACONNECTORREAD)
                        .does("Shows one CA connector; nothing where it is unknown.")
                        .takes(NAME, Shape.text("Its name."))
                        .answers(LISTED),
                Route.admin("GET", "/caconnector/specific/<catype>", this::specific)
                        .needs(AdminActions.CACONNECTORREAD)
                        .does("Tells what can be chosen for a connector of this type.")
                        .takes("catype", Shape.choice("The type.", "local", "microsoft"))
                        .takes("<key>", Shape.text("What the type needs to be asked."))
                        .answers(Shape.object("What there is to choose from."))
                        .refuses(CA_ERROR, "Something is missing, or the authority cannot be asked."),
                Route.admin("POST", ONE, this::save)
                        .needs(AdminActions.CACONNECTORWRITE)
                        .does("Makes a CA connector, or changes what is given of it.")
                        .takes(NAME, Shape.text("Its name."))
                        .takes("type", Shape.text("Its type.").required())
                        .takes(ConfigParameters.SHAPE)
                        .answers(Shape.number("Its number."))
                        .refuses(302, "It exists with another type."),
                Route.admin("DELETE", ONE, this::delete)
                        .needs(AdminActions.CACONNECTORDELETE)
                        .does("Deletes a CA connector.")
                        .takes(NAME, Shape.text("Its name."))
                        .answers(Shape.number("The number that it had."))
                        .refuses(601, "It does not exist."),
                Route.user("GET", "/system/names/caconnector", this::names)
                        .needs(SharedActions.enrol("certificate"), Over.ANYTHING)
                        .does("Lists CA connectors without their configuration.")
                        .answers(LISTED));
    }

    private List<CaConnectorView> defined() {
        return queries.list(new ListCaConnectors(), CaConnectorView.class);
    }

    private Reply list(ApiRequest request) {
        request.notes().success(true);
        return Reply.value(defined().stream().map(CaConnectorEndpoint::full).toList());
    }

    private Reply get(ApiRequest request) {
        String name = named(request);
        request.notes().success(true);
        return Reply.value(defined().stream()
                .filter(connector -> connector.name().equals(name))
                .map(CaConnectorEndpoint::full)
                .toList());
    }

    private Reply names(ApiRequest request) {
        request.notes().success(true);
        return Reply.value(
                defined().stream().map(found -> json(found, Map.of())).toList());
    }

    private static Map<String, Object> full(CaConnectorView connector) {
        Map<String, String> data = new HashMap<>();
        connector.entries().forEach((key, value) -> data.put(key, value.orElse(Censored.TEXT)));
        return json(connector, data);
    }

    /** Which templates there are would have to be asked of the certificate authority. */
    private static Map<String, Object> json(CaConnectorView connector, Map<String, String> data) {
        return Map.of("connectorname", connector.name(), "type", connector.type(), "data", data, "templates", Map.of());
    }

    private Reply specific(ApiRequest request) {
        Parameters parameters = request.parameters();
        String type = parameters.required("catype");
        if (!REQUIRED.containsKey(type)) {
            throw ApiException.parameter("Unknown CA connector type: '" + type + "'");
        }
        for (String name : REQUIRED.get(type)) {
            if (!parameters.has(name)) {
                throw ApiException.of(CA_ERROR, "required argument '" + name + "' is missing.");
            }
        }
        if (!type.equals("local")) {
            throw ApiException.of(CA_ERROR, "Asking a Microsoft CA needs a connector that this version lacks");
        }
        request.notes().success(true);
        return Reply.value(Map.of());
    }

    private Reply save(ApiRequest request) {
        String type = request.parameters().required("type");
        SaveCaConnector command =
                new SaveCaConnector(named(request), type, ConfigParameters.given(request.parameters(), NO_ENTRIES));
        return send(request, command);
    }

    private Reply delete(ApiRequest request) {
        return send(request, new DeleteCaConnector(named(request)));
    }

    private static String named(ApiRequest request) {
        String name = request.parameters().required(NAME);
        request.notes().info(name);
        return name;
    }

    private Reply send(ApiRequest request, Object command) {
        return commands.send(request, command, (Integer number) -> {
            request.notes().success(true);
            return Reply.value(number);
        });
    }
}
