package org.symbolon.connectors.network;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Why a server could not be spoken to by TLS, in our words: nothing that it said is passed on. */
public final class TlsTrouble {

    /** Where no definition names a file of authorities. */
    public static final String TRUSTED = "that is trusted";

    private TlsTrouble() {}

    /**
     * What goes on behind the name of the server.
     *
     * @param authorities which ones do not vouch for it, as what follows "no authority"
     */
    public static String of(Throwable failed, String authorities) {
        return "could not be spoken to by TLS: "
                + reason(failed, authorities).orElse("it speaks no TLS, or none that is allowed");
    }

    /** What exactly is wrong, where more is known than that no encryption came about. */
    public static Optional<String> reason(Throwable failed, String authorities) {
        Optional<String> reason = Optional.empty();
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            reason = reason(cause, authorities, reason);
        }
        return reason;
    }

    private static Optional<String> reason(Throwable cause, String authorities, Optional<String> otherwise) {
        if (cause instanceof CertificateExpiredException) {
            return Optional.of("its certificate has expired");
        }
        if (cause instanceof CertificateNotYetValidException) {
            return Optional.of("its certificate is not valid yet");
        }
        if (cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException) {
            return Optional.of("its certificate comes from no authority " + authorities);
        }
        String text = String.valueOf(cause.getMessage());
        if (cause instanceof CertificateException && text.startsWith("No ")) {
            return Optional.of("its certificate is for another name");
        }
        if (cause instanceof CertificateException) {
            return Optional.of("its certificate is not accepted");
        }
        boolean silent = cause instanceof SSLException && text.contains("terminated the handshake");
        return silent ? Optional.of("it ended the handshake") : otherwise;
    }
}
