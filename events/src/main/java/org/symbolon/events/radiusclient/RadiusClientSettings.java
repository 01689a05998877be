package org.symbolon.events.radiusclient;

import org.symbolon.events.shared.Sealed;

/**
 * Who asks this server by RADIUS, and how it is answered.
 *
 * @param address where it is: addresses and ranges of them, with commas between
 * @param secret what both sides share, null for one that comes by TLS
 * @param certificates of one that comes by TLS: its own, or those of authorities that vouch for it, in PEM
 * @param certificateName what its certificate must be made out for; empty for any that is vouched for
 * @param signatureRequired whether a request without a Message-Authenticator counts as none
 * @param realm where users are looked for who name no realm; empty for the default realm
 * @param callerAddress whether the address of the user's device counts, as the client tells it, and not the client's own
 */
public record RadiusClientSettings(
        String address,
        RadiusTransport transport,
        Sealed secret,
        String certificates,
        String certificateName,
        boolean signatureRequired,
        String realm,
        boolean callerAddress,
        String description) {}
