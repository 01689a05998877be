package org.symbolon.app.inquiry;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.symbolon.command.auth.AtRadiusServer;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.radiusserver.port.RadiusAnswer;
import org.symbolon.command.radiusserver.port.RadiusClient;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.command.radiusserver.port.RadiusRequest;
import org.symbolon.command.radiusserver.port.RadiusServers;
import org.symbolon.command.radiusserver.port.RadiusUnavailableException;
import org.symbolon.command.tokentype.radius.RadiusInquiry;

/** Asks RADIUS servers for tokens, and for who has none. One that cannot be asked lets nobody in, and the log and the audit say why: people are told no more than that. */
@Component
public final class RadiusDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RadiusDesk.class);

    private final RadiusClient client;
    private final RadiusServers defined;
    private final SystemSettings settings;

    RadiusDesk(RadiusClient client, RadiusServers defined, SystemSettings settings) {
        this.client = client;
        this.defined = defined;
        this.settings = settings;
    }

    public RadiusAnswer answer(RadiusInquiry inquiry) {
        Optional<RadiusPeer> peer = inquiry.peer(defined, settings);
        if (peer.isEmpty()) {
            return missing("The RADIUS server that a token asks is not there: " + inquiry.where());
        }
        return ask(peer.get(), inquiry.request(settings));
    }

    /** A policy that names a server which is not there is a mistake that shows at each log-in. */
    public boolean letsIn(AtRadiusServer asked) {
        RadiusPeer peer = defined.find(asked.server())
                .orElseThrow(() -> Refusal.configAdmin("The specified RADIUSServer configuration does not exist."));
        RadiusRequest request = RadiusRequest.by(settings, asked.user(), asked.password(), Optional.empty());
        return ask(peer, request) instanceof RadiusAnswer.Accepted;
    }

    private RadiusAnswer ask(RadiusPeer peer, RadiusRequest request) {
        try {
            return client.ask(peer, request);
        } catch (RadiusUnavailableException unavailable) {
            return missing(unavailable.getMessage());
        }
    }

    private static RadiusAnswer missing(String trouble) {
        LOG.warn("{}", trouble);
        return new RadiusAnswer.Missing(trouble);
    }
}
