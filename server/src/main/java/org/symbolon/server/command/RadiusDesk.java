package org.symbolon.server.command;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.radiusserver.port.RadiusAnswer;
import org.symbolon.command.radiusserver.port.RadiusClient;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.command.radiusserver.port.RadiusServers;
import org.symbolon.command.radiusserver.port.RadiusUnavailableException;
import org.symbolon.command.tokentype.radius.RadiusInquiry;

/** Asks RADIUS servers for tokens. One that cannot be asked lets nobody in, and the log says why: people are told no more than that. */
final class RadiusDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RadiusDesk.class);
    private static final RadiusAnswer NO = new RadiusAnswer.Rejected("");

    private final RadiusClient client;
    private final RadiusServers defined;
    private final SystemSettings settings;

    RadiusDesk(RadiusClient client, RadiusServers defined, SystemSettings settings) {
        this.client = client;
        this.defined = defined;
        this.settings = settings;
    }

    RadiusAnswer answer(RadiusInquiry inquiry) {
        Optional<RadiusPeer> peer = inquiry.peer(defined, settings);
        if (peer.isEmpty()) {
            LOG.warn("A token wants to ask a RADIUS server that is not there: {}", inquiry.where());
            return NO;
        }
        try {
            return client.ask(peer.get(), inquiry.request(settings));
        } catch (RadiusUnavailableException unavailable) {
            LOG.warn("{}", unavailable.getMessage());
            return NO;
        }
    }
}
