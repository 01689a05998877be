package org.symbolon.connectors.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Encrypts as another factory does, and remembers whom with: the library tells nobody what certificate a server has shown. */
final class SeenCertificates extends SSLSocketFactory {

    private final SSLSocketFactory factory;
    private SSLSocket last;

    SeenCertificates(SSLSocketFactory factory) {
        this.factory = factory;
    }

    /** That of the server which was spoken to last; empty if it was in clear. */
    Optional<X509Certificate> last() {
        if (last == null) {
            return Optional.empty();
        }
        try {
            return Optional.of((X509Certificate) last.getSession().getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        last = (SSLSocket) factory.createSocket(socket, host, port, autoClose);
        return last;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw notConnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw notConnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw notConnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw notConnected();
    }

    private static IOException notConnected() {
        return new IOException("Only what is connected already is encrypted");
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }
}
