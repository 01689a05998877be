package org.symbolon.command.tokentype.radius;

import java.util.Optional;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.radiusserver.port.RadiusAnswer;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.command.radiusserver.port.RadiusRequest;
import org.symbolon.command.radiusserver.port.RadiusServers;
import org.symbolon.command.radiusserver.port.RadiusState;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.events.shared.Secret;

/**
 * Whether a RADIUS server lets somebody in. Who answers it finds the server and asks it; one that is not there, or does not answer,
 * lets nobody in.
 *
 * @param state what the challenge came with that this answers
 */
public record RadiusInquiry(Where where, String user, Secret password, Optional<RadiusState> state)
        implements Inquiry<RadiusAnswer> {

    static final String SERVER = "radius.server";
    static final String SECRET = "radius.secret";

    /** Where the server is found. */
    public sealed interface Where {

        /** Among those that administrators have defined. */
        record Defined(String identifier) implements Where {}

        /** In the settings of the system. */
        record Settings() implements Where {}

        /** At an address that the token has itself. */
        record Own(String address, Secret secret) implements Where {}
    }

    @Override
    public Class<RadiusAnswer> answer() {
        return RadiusAnswer.class;
    }

    /** The server; empty if there is none. */
    public Optional<RadiusPeer> peer(RadiusServers defined, SystemSettings settings) {
        if (where instanceof Where.Defined known) {
            return defined.find(known.identifier());
        }
        if (where instanceof Where.Own own) {
            return Optional.of(RadiusPeer.at(own.address(), own.secret()));
        }
        return settings.text(SERVER)
                .filter(address -> !address.isBlank())
                .map(address -> RadiusPeer.at(address, settings.secret(SECRET).orElse(Secret.EMPTY)));
    }

    public RadiusRequest request(SystemSettings settings) {
        return RadiusRequest.by(settings, user, password, state);
    }
}
