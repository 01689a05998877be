package org.symbolon.connectors.network;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;

/** Why a server could not be spoken to by TLS, in our words: nothing that it said is passed on. */
public final class TlsTrouble {

    private TlsTrouble() {}

    /**
     * What goes on behind the name of the server.
     *
     * @param authorities what a definition calls the file of authorities
     */
    public static String of(Throwable failed, String authorities) {
        String reason = "it speaks no TLS, or none that is allowed";
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            reason = certificateTrouble(cause, authorities, reason);
        }
        return "could not be spoken to by TLS: " + reason;
    }

    private static String certificateTrouble(Throwable cause, String authorities, String otherwise) {
        if (cause instanceof CertificateExpiredException) {
            return "its certificate has expired";
        }
        if (cause instanceof CertificateNotYetValidException) {
            return "its certificate is not valid yet";
        }
        if (cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException) {
            return "its certificate comes from no authority in " + authorities;
        }
        String text = String.valueOf(cause.getMessage());
        if (cause instanceof CertificateException && text.startsWith("No ")) {
            return "its certificate is for another name";
        }
        boolean silent = cause instanceof SSLException && text.contains("terminated the handshake");
        return silent ? "it ended the handshake" : otherwise;
    }
}
