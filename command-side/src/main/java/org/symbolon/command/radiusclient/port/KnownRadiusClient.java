package org.symbolon.command.radiusclient.port;

import java.security.cert.X509Certificate;
import java.util.List;
import org.symbolon.events.shared.Network;
import org.symbolon.events.shared.Secret;

/**
 * Somebody who may ask by RADIUS.
 *
 * @param networks where he may be
 * @param byTls whether he asks by RADIUS/TLS, and proves who he is by a certificate; by a secret otherwise
 * @param certificates one of which must be his, or vouch for his
 * @param certificateName what his must be made out for; empty for anything
 * @param signatureRequired whether his requests must have a Message-Authenticator
 * @param realm where his users are looked for who name none; empty for the default realm
 * @param callerAddress whether the address counts that he tells of his user
 */
public record KnownRadiusClient(
        String name,
        List<Network> networks,
        boolean byTls,
        Secret secret,
        List<X509Certificate> certificates,
        String certificateName,
        boolean signatureRequired,
        String realm,
        boolean callerAddress) {

    /** The same with this secret. */
    public KnownRadiusClient sharing(Secret shared) {
        return new KnownRadiusClient(
                name, networks, byTls, shared, certificates, certificateName, signatureRequired, realm, callerAddress);
    }

    /** How much of an address must be as it is for it to be his: of several whose it can be, it is the one's with the most; -1 if it is not. */
    public int closeness(String address) {
        return networks.stream()
                .filter(network -> network.contains(address))
                .mapToInt(Network::prefixLength)
                .max()
                .orElse(-1);
    }
}
