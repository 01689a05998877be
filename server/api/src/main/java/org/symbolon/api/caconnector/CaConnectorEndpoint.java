package org.symbolon.api.caconnector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.symbolon.api.definition.DefinitionEndpoint;
import org.symbolon.api.definition.DefinitionRights;
import org.symbolon.api.definition.EntriesJson;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.ConfigParameters;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.caconnector.DeleteCaConnector;
import org.symbolon.command.caconnector.SaveCaConnector;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.CertificateAuthorities;
import org.symbolon.command.caconnector.port.ReadyAuthorities;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.action.SharedActions;
import org.symbolon.policy.rights.Over;
import org.symbolon.projections.caconnector.CaConnectorTable;
import org.symbolon.query.definition.DefinitionView;
import org.symbolon.query.sending.QueryDispatcher;

/** CA connectors: what is defined of them, and what their authorities offer. */
@Component
public class CaConnectorEndpoint extends DefinitionEndpoint {

    private static final DefinitionRights RIGHTS = new DefinitionRights(
            AdminActions.CACONNECTORREAD, AdminActions.CACONNECTORWRITE, AdminActions.CACONNECTORDELETE);

    private static final int CA_ERROR = 503;

    /** Parameters that are no entries of a configuration; the name is one, as clients of eduMFA know it. */
    private static final Set<String> NO_ENTRIES = Set.of("type", "nonce");

    private static final List<String> FILES = List.of("cakey", "cacert");

    private static final Map<String, List<String>> REQUIRED =
            Map.of("local", FILES, "openssl", FILES, "microsoft", List.of("hostname", "port"));

    private static final Shape SHOWN = Shape.fields("")
            .with("connectorname", Shape.text("Its name."))
            .with("type", Shape.text("Its type."))
            .with("data", Shape.mapOf("Its configuration.", Shape.text("")))
            .with("templates", Shape.object("Templates for certificates."));

    private final ReadyAuthorities defined;
    private final CertificateAuthorities authorities;

    public CaConnectorEndpoint(
            CommandDispatcher commands,
            QueryDispatcher queries,
            ReadyAuthorities defined,
            CertificateAuthorities authorities) {
        super(
                commands,
                queries,
                CaConnectorTable.TABLE,
                "/caconnector/",
                "name",
                SHOWN,
                DeleteCaConnector::new,
                RIGHTS);
        this.defined = defined;
        this.authorities = authorities;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                listing("Lists CA connectors; secrets are censored."),
                showing("Shows one CA connector; nothing where it is unknown."),
                Route.admin("GET", "/caconnector/specific/<catype>", this::specific)
                        .needs(AdminActions.CACONNECTORREAD)
                        .does("Tells what can be chosen for a connector of this type.")
                        .takes("catype", Shape.choice("The type.", "local", "microsoft", "openssl"))
                        .takes("<key>", Shape.text("What the type needs to be asked."))
                        .answers(Shape.object("What there is to choose from."))
                        .refuses(CA_ERROR, "Something is missing, or the authority cannot be asked."),
                saving("Makes a CA connector, or changes what is given of it.", Shape.number("Its number."))
                        .takes("type", Shape.text("Its type.").required())
                        .takes(ConfigParameters.SHAPE)
                        .refuses(302, "It exists with another type."),
                deleting("Deletes a CA connector.", Shape.number("The number that it had.")),
                Route.user("GET", "/system/names/caconnector", this::names)
                        .needs(SharedActions.enrol("certificate"), Over.ANYTHING)
                        .does("Lists CA connectors without their configuration.")
                        .answers(listed()));
    }

    @Override
    protected Shape listed() {
        return Shape.listOf("The connectors.", shown());
    }

    @Override
    protected Object listed(List<DefinitionView> connectors) {
        return connectors.stream().map(this::json).toList();
    }

    private Reply names(ApiRequest request) {
        return succeed(
                request, defined().stream().map(found -> json(found, Map.of())).toList());
    }

    @Override
    protected Map<String, Object> json(DefinitionView connector) {
        return json(connector, EntriesJson.of(connector.entries()));
    }

    private Map<String, Object> json(DefinitionView connector, Map<String, String> data) {
        return Map.of(
                "connectorname",
                connector.name(),
                "type",
                connector.text("catype"),
                "data",
                data,
                "templates",
                templates(connector.name()));
    }

    /** Those of an authority that cannot be asked are not known. */
    private Map<String, Object> templates(String name) {
        try {
            return defined.find(name).map(authorities::templates).orElse(Map.of());
        } catch (AuthorityException unavailable) {
            return Map.of();
        }
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
        List<String> choices = choices(new Authority(type, type, options(parameters)));
        return succeed(request, choices.isEmpty() ? Map.of() : Map.of("available_cas", choices));
    }

    private List<String> choices(Authority authority) {
        try {
            return authorities.choices(authority);
        } catch (AuthorityException unavailable) {
            throw ApiException.of(unavailable.code(), unavailable.getMessage());
        }
    }

    private static Map<String, Secret> options(Parameters parameters) {
        Map<String, Secret> options = new HashMap<>();
        for (String name : parameters.names()) {
            parameters.text(name).ifPresent(text -> options.put(name, Secret.of(text)));
        }
        return options;
    }

    @Override
    protected Object commandToSave(ApiRequest request) {
        String type = request.parameters().required("type");
        return new SaveCaConnector(named(request), type, ConfigParameters.given(request.parameters(), NO_ENTRIES));
    }
}
