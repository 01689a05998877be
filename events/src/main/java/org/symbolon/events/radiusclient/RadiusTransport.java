package org.symbolon.events.radiusclient;

/** How RADIUS packets travel. */
public enum RadiusTransport {
    /** As they are (RFC 2865): a secret that both sides share proves who sent them. */
    UDP,
    /** Inside TLS (RFC 6614): a certificate proves it. */
    TLS
}
