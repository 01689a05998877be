package org.symbolon.command.caconnector.port;

import java.time.Instant;

/**
 * A certificate that does not count any more.
 *
 * @param connector of the authority that has issued it
 * @param serial number that the authority has given it, as hexadecimal digits
 */
public record RevokedCertificate(String connector, String serial, Instant revoked, RevocationReason reason) {}
