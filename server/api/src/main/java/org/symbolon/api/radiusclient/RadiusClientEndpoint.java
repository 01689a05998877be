package org.symbolon.api.radiusclient;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.symbolon.api.definition.DefinitionEndpoint;
import org.symbolon.api.definition.DefinitionRights;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.radiusclient.DeleteRadiusClient;
import org.symbolon.command.radiusclient.SaveRadiusClient;
import org.symbolon.events.radiusclient.RadiusTransport;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.projections.radiusclient.RadiusClientTable;
import org.symbolon.query.sending.QueryDispatcher;

/** RADIUS clients: what is defined of them, but for their secrets. */
@Component
public class RadiusClientEndpoint extends DefinitionEndpoint {

    private static final DefinitionRights RIGHTS = new DefinitionRights(
            AdminActions.RADIUSCLIENT_READ, AdminActions.RADIUSCLIENT_WRITE, AdminActions.RADIUSCLIENT_WRITE);

    private static final String TRANSPORT = "transport";
    private static final String SIGNED = "require_ma";
    private static final String CALLER = "caller_address";

    /** What is said of one. */
    public static final Shape SETTINGS = Shape.fields("")
            .with(
                    "address",
                    Shape.text("Where it is: addresses and ranges such as `10.1.0.0/16`, with commas between.")
                            .required())
            .with(TRANSPORT, Shape.choice("How it asks.", "udp", "tls").or("udp"))
            .with("secret", Shape.secret("What it shares with this server; `udp` needs one."))
            .with(
                    "certificates",
                    Shape.text("Its certificate, or those of authorities that vouch for it, in PEM; `tls` needs them."))
            .with(
                    "certificate_name",
                    Shape.text("What its certificate must be made out for; anything where it is empty."))
            .with(
                    SIGNED,
                    Shape.flag("Whether its requests must have a message authenticator.")
                            .or(true))
            .with("realm", Shape.text("Where users are looked for who name no realm."))
            .with(
                    CALLER,
                    Shape.flag("Whether the address counts that it tells of the user's device, and not its own.")
                            .or(false))
            .with("description", Shape.text("What it is for."));

    public RadiusClientEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        super(
                commands,
                queries,
                RadiusClientTable.TABLE,
                "/radiusclient/",
                "name",
                SETTINGS.shown(),
                DeleteRadiusClient::new,
                RIGHTS);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                listing("Lists who may ask this server by RADIUS."),
                showing("Shows a RADIUS client."),
                saving("Defines a RADIUS client, or changes what is given of it.", Shape.number("Its number."))
                        .takes(SETTINGS),
                deleting("Deletes a RADIUS client.", Shape.number("The number that it had.")));
    }

    @Override
    protected Shape listed() {
        return Shape.mapOf("By name, without their secrets.", shown());
    }

    @Override
    protected Object commandToSave(ApiRequest request) {
        Parameters parameters = request.parameters();
        return new SaveRadiusClient(
                named(request),
                parameters.required("address"),
                parameters.text(TRANSPORT).map(RadiusClientEndpoint::transport).orElse(null),
                parameters.text("secret").map(Secret::of).orElse(null),
                parameters.text("certificates").orElse(null),
                parameters.text("certificate_name").orElse(null),
                parameters.flagOrNull(SIGNED),
                parameters.text("realm").orElse(null),
                parameters.flagOrNull(CALLER),
                parameters.text("description").orElse(null));
    }

    /**
     * How a client asks.
     *
     * @throws ApiException 905 if the word is none for it
     */
    public static RadiusTransport transport(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "udp" -> RadiusTransport.UDP;
            case "tls" -> RadiusTransport.TLS;
            default -> throw ApiException.parameter("Parameter 'transport' must be udp or tls");
        };
    }
}
