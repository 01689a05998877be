package org.symbolon.app.inquiry;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.remoteserver.port.RemoteAnswer;
import org.symbolon.command.remoteserver.port.RemoteAnswer.Refused;
import org.symbolon.command.remoteserver.port.RemoteClient;
import org.symbolon.command.remoteserver.port.RemotePeer;
import org.symbolon.command.remoteserver.port.RemoteServers;
import org.symbolon.command.remoteserver.port.RemoteUnavailableException;
import org.symbolon.command.tokentype.remote.RemoteInquiry;

/** Asks other servers for tokens. One that cannot be asked lets nobody in, and the log and the audit say why: people are told no
 * more than that. */
@Component
public final class RemoteDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteDesk.class);

    private final RemoteClient client;
    private final RemoteServers defined;
    private final SystemSettings settings;

    RemoteDesk(RemoteClient client, RemoteServers defined, SystemSettings settings) {
        this.client = client;
        this.defined = defined;
        this.settings = settings;
    }

    public RemoteAnswer answer(RemoteInquiry inquiry) {
        Optional<RemotePeer> peer = inquiry.peer(defined, settings);
        if (peer.isEmpty()) {
            return missing(inquiry.where().shown() + " is not there");
        }
        try {
            RemoteAnswer answer = client.ask(peer.get(), inquiry.request());
            return answer instanceof Refused refused && refused.status() != Refused.DECIDED
                    ? missing(inquiry.where().shown() + " answers with code " + refused.status())
                    : answer;
        } catch (RemoteUnavailableException unavailable) {
            return missing(unavailable.getMessage());
        }
    }

    private static RemoteAnswer missing(String trouble) {
        LOG.warn("{}", trouble);
        return new RemoteAnswer.Missing(trouble);
    }
}
