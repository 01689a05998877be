package org.symbolon.command.radiusclient.port;

import java.util.List;
import org.symbolon.events.radiusclient.RadiusTransport;
import org.symbolon.events.shared.Network;
import org.symbolon.events.shared.Secret;

/**
 * Somebody who may ask by RADIUS.
 *
 * @param networks where he may be
 * @param secret what is shared with him
 * @param certificates one of which must be his, or vouch for his, in PEM
 * @param certificateName what his must be made out for; empty for anything
 * @param signatureRequired whether his requests must have a Message-Authenticator
 * @param realm where his users are looked for who name none; empty for the default realm
 * @param callerAddress whether the address counts that he tells of his user
 */
public record KnownRadiusClient(
        String name,
        List<Network> networks,
        RadiusTransport transport,
        Secret secret,
        String certificates,
        String certificateName,
        boolean signatureRequired,
        String realm,
        boolean callerAddress) {

    /** How much of the address must be right for it to be his: of several whose it can be, it is the one with the most; -1 if it is not. */
    public int closeness(Network.Bits address) {
        return networks.stream()
                .filter(network -> network.contains(address))
                .mapToInt(Network::prefixLength)
                .max()
                .orElse(-1);
    }
}
