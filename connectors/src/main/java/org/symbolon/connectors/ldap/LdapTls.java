package org.symbolon.connectors.ldap;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.symbolon.connectors.network.AuthoritiesFile;
import org.symbolon.connectors.parameters.StoreParameters;

/**
 * How a directory's connections are encrypted.
 *
 * @param startTls whether a connection that begins in clear is encrypted before anything is said
 * @param verify whether the server must show a certificate for its name, from an authority in the file
 * @param authorities the file of authorities, in PEM; empty for the first of the system's that exists
 */
record LdapTls(boolean startTls, boolean verify, List<String> protocols, Optional<Path> authorities) {

    private static final List<Path> SYSTEM_FILES = Stream.of(
                    "/etc/edumfa/ldap-ca.crt", "/etc/ssl/certs/ca-certificates.crt", "/etc/ssl/certs/ca-bundle.crt")
            .map(Path::of)
            .toList();
    private static final String TLS_1_2 = "TLSv1.2";

    static LdapTls of(StoreParameters parameters) {
        return new LdapTls(
                parameters.flag("START_TLS"),
                parameters.flag("TLS_VERIFY"),
                protocols(parameters.text("TLS_VERSION", "2")),
                file(parameters.text("TLS_CA_FILE", "")));
    }

    /** The numbers are those of Python's {@code ssl} module. */
    private static List<String> protocols(String version) {
        return switch (version) {
            case "2" -> List.of("TLSv1.3", TLS_1_2);
            case "5" -> List.of(TLS_1_2);
            case "3", "4" ->
                throw new IllegalArgumentException("TLS_VERSION asks for TLS 1.0 or 1.1, which are broken: use 2 or 5");
            default -> throw new IllegalArgumentException("TLS_VERSION is neither 2 (negotiate) nor 5 (TLS 1.2)");
        };
    }

    private static Optional<Path> file(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Path.of(name));
        } catch (InvalidPathException malformed) {
            throw new IllegalArgumentException("TLS_CA_FILE is no path");
        }
    }

    /** Reads the authorities; what is wrong with their file is told without what stands in it. */
    SSLContext context() throws LdapTroubleException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, verify ? trustManagers() : new TrustManager[] {new Anybody()}, null);
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new LdapTroubleException(
                    "The file of TLS_CA_FILE cannot be used: it is no regular file with certificates in PEM");
        }
    }

    private TrustManager[] trustManagers() throws GeneralSecurityException, IOException {
        Path file = authorities
                .or(() -> SYSTEM_FILES.stream().filter(Files::isRegularFile).findFirst())
                .orElseThrow(() -> new IOException("There is no file of authorities"));
        return new AuthoritiesFile(file).trustManagers();
    }

    /** Encrypts a connected socket; from then on it is known who is at its other end, where that is to be verified. */
    SSLSocket over(Socket socket, String host, int port, SSLContext context) throws IOException {
        SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setProtocols(protocols.toArray(String[]::new));
        if (verify) {
            parameters.setEndpointIdentificationAlgorithm("LDAPS");
        }
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        if (verify) {
            requireValid(secured.getSession());
        }
        return secured;
    }

    /** A certificate that stands in the file itself is trusted by Java for ever. */
    private static void requireValid(SSLSession session) throws IOException {
        try {
            ((X509Certificate) session.getPeerCertificates()[0]).checkValidity();
        } catch (CertificateException expired) {
            throw new SSLException(expired);
        }
    }

    /** Trusts whoever answers, where the definition wants no verification. */
    private static final class Anybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
