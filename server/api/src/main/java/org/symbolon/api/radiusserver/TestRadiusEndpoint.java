package org.symbolon.api.radiusserver;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.radiusserver.port.RadiusAnswer;
import org.symbolon.command.radiusserver.port.RadiusClient;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.command.radiusserver.port.RadiusRequest;
import org.symbolon.command.radiusserver.port.RadiusServers;
import org.symbolon.command.radiusserver.port.RadiusUnavailableException;
import org.symbolon.command.secret.Censored;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;

/** Tries a RADIUS server out, as it is sent and before it is saved. */
@Component
public class TestRadiusEndpoint implements Endpoint {

    private static final String ENFORCED = "enforce_ma";
    private static final int PORT = 1812;
    private static final int TIMEOUT = 5;
    private static final int TRIES = 3;

    private final RadiusClient client;
    private final RadiusServers defined;
    private final SystemSettings settings;

    public TestRadiusEndpoint(RadiusClient client, RadiusServers defined, SystemSettings settings) {
        this.client = client;
        this.defined = defined;
        this.settings = settings;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("POST", "/radiusserver/test_request", this::test)
                .needs(AdminActions.RADIUSSERVER_WRITE)
                .does("Asks a RADIUS server whether it lets somebody in.")
                .takes("identifier", Shape.text("Its name.").required())
                .takes("server", Shape.text("Its address.").required())
                .takes(
                        "secret",
                        Shape.secret("What it shares with this server; sent censored, what is saved.")
                                .required())
                .takes("username", Shape.text("Who is to be let in.").required())
                .takes("password", Shape.secret("His password.").required())
                .takes("port", Shape.number("Its port.").or(PORT))
                .takes(
                        "timeout",
                        Shape.number("After how many seconds it is asked again.")
                                .or(TIMEOUT))
                .takes("retries", Shape.number("How often it is asked.").or(TRIES))
                .takes(
                        ENFORCED,
                        Shape.flag("Whether its answer must bring a message authenticator.")
                                .or(false))
                .answers(Shape.flag("Whether it lets him in; false, too, where it does not answer.")));
    }

    private Reply test(ApiRequest request) {
        Parameters parameters = request.parameters();
        String identifier = parameters.required("identifier");
        request.notes().info(identifier);
        RadiusPeer peer = peer(identifier, parameters);
        RadiusRequest asked = RadiusRequest.by(
                settings,
                parameters.required("username"),
                Secret.of(parameters.required("password")),
                Optional.empty());
        boolean accepted = isAccepted(request, peer, asked);
        request.notes().success(accepted);
        return Reply.value(accepted);
    }

    private RadiusPeer peer(String identifier, Parameters parameters) {
        return new RadiusPeer(
                Limits.check("server", parameters.required("server"), Limits.TEXT),
                Limits.range("port", parameters.integer("port", PORT), 1, Limits.PORT),
                secret(identifier, Secret.of(parameters.required("secret"))),
                Duration.ofSeconds(Limits.range("timeout", parameters.integer("timeout", TIMEOUT), 0, Limits.SECONDS)),
                Limits.range("retries", parameters.integer("retries", TRIES), 0, Limits.SECONDS),
                parameters.filled(ENFORCED));
    }

    private Secret secret(String identifier, Secret given) {
        if (!Censored.is(given)) {
            return given;
        }
        return defined.find(identifier.replace(' ', '_'))
                .map(RadiusPeer::secret)
                .orElse(Secret.EMPTY);
    }

    /** The answer has no place for why a server does not answer; the audit has. */
    private boolean isAccepted(ApiRequest request, RadiusPeer peer, RadiusRequest asked) {
        try {
            return client.ask(peer, asked) instanceof RadiusAnswer.Accepted;
        } catch (RadiusUnavailableException unavailable) {
            request.notes().info(request.notes().info() + ": " + unavailable.getMessage());
            return false;
        }
    }
}
