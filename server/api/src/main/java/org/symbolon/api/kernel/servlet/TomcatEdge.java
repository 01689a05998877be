package org.symbolon.api.kernel.servlet;

import java.net.InetAddress;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ClientAddress;
import org.symbolon.api.kernel.wire.EnvelopeWriter;

/**
 * Makes Tomcat as tolerant as the servers that eduMFA runs on: characters that some clients do not encode are let
 * through, and an encoded slash may be part of a name. And bounds what a client may hold of the server before it has said what it
 * wants.
 */
@Component
final class TomcatEdge implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String TOLERATED = "\"<>[\\]^`{|}";
    private static final int HEADER_BYTES = 32 << 10;

    private final EnvelopeWriter envelopes;
    private final ArrivalLimits limits;
    private final ArrivalWatch watch;
    private final ObjectProvider<ClientAddress> addresses;

    TomcatEdge(
            EnvelopeWriter envelopes,
            ArrivalLimits limits,
            ArrivalWatch watch,
            ObjectProvider<ClientAddress> addresses) {
        this.envelopes = envelopes;
        this.limits = limits;
        this.watch = watch;
        this.addresses = addresses;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(BoundedProtocol.class.getName());
        factory.addConnectorCustomizers(TomcatEdge::customize, this::bound);
        factory.addContextCustomizers(this::customize);
    }

    /** The servlet decodes the raw path itself; Tomcat's own view of it must only never be a reason to refuse. */
    private static void customize(Connector connector) {
        connector.setEncodedSolidusHandling("passthrough");
        connector.setEncodedReverseSolidusHandling("passthrough");
        connector.setURIEncoding("ISO-8859-1");
        connector.setProperty("relaxedPathChars", TOLERATED);
        connector.setProperty("relaxedQueryChars", TOLERATED);
        connector.setProperty("maxHttpRequestHeaderSize", Integer.toString(HEADER_BYTES));
        connector.setProperty("maxKeepAliveRequests", "-1");
    }

    /** A further port, which answers as this one does. */
    Connector another(int port, InetAddress address) {
        Connector connector = new Connector(BoundedProtocol.class.getName());
        connector.setPort(port);
        connector.setProperty("address", address.getHostAddress());
        customize(connector);
        bound(connector);
        return connector;
    }

    /** Proxies bring the connections of many clients, and who sits at the machine can stop the server anyway. */
    private void bound(Connector connector) {
        if (connector.getProtocolHandler() instanceof BoundedProtocol protocol) {
            protocol.connectionsPerAddress(
                    limits.connectionsPerAddress(),
                    address ->
                            address.isLoopbackAddress() || addresses.getObject().isProxy(address.getHostAddress()));
            watch.watch(protocol);
        }
    }

    private void customize(Context context) {
        MalformedRequestPage page = new MalformedRequestPage(envelopes);
        if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(page.getClass().getName());
        }
        context.getParent().getPipeline().addValve(page);
    }
}
