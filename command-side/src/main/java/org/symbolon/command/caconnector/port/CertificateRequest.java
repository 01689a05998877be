package org.symbolon.command.caconnector.port;

import java.util.Optional;

/**
 * What an authority is asked to sign.
 *
 * @param pem the request (PKCS#10, RFC 2986), whose signature has been checked
 * @param subject whom the certificate is to name; empty for whom the request names
 * @param template by whose rules it is issued; empty for those that the connector has without any
 */
public record CertificateRequest(String pem, Optional<Subject> subject, Optional<String> template) {

    /** Shows nothing of whom it names. */
    @Override
    public String toString() {
        return "CertificateRequest[" + template.orElse("") + "]";
    }
}
