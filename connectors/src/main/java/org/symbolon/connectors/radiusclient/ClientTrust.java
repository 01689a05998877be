package org.symbolon.connectors.radiusclient;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.symbolon.command.radiusclient.port.RadiusClients;

/** Ends a handshake with whoever shows no certificate of a client that may be at his address. */
final class ClientTrust extends X509ExtendedTrustManager {

    private static final X509Certificate[] NAMING_NOBODY = {};

    private final RadiusClients clients;

    ClientTrust(RadiusClients clients) {
        this.clients = clients;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        if (ClientProof.find(clients.all(), Addresses.printed(socket.getInetAddress()), chain)
                .isEmpty()) {
            throw new CertificateException("No RADIUS client at this address has this certificate");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        throw new CertificateException("It is not known from where this came");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("It is not known from where this came");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        throw new CertificateException("No server is asked");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        throw new CertificateException("No server is asked");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("No server is asked");
    }

    /** Clients need not know who is trusted. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return NAMING_NOBODY.clone();
    }
}
