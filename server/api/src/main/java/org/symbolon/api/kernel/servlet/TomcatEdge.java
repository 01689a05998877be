package org.symbolon.api.kernel.servlet;

import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.wire.EnvelopeWriter;

/**
 * Makes Tomcat as tolerant as the servers that eduMFA runs on: characters that some clients do not encode are let
 * through, an encoded slash may be part of a name, and a refused upload is swallowed, so that the client hears why.
 */
@Component
final class TomcatEdge implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String TOLERATED = "\"<>[\\]^`{|}";
    private static final int HEADER_BYTES = 32 << 10;
    private static final int SWALLOWED_BYTES = 16 << 20;

    private final EnvelopeWriter envelopes;

    TomcatEdge(EnvelopeWriter envelopes) {
        this.envelopes = envelopes;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(TomcatEdge::customize);
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
        connector.setProperty("maxSwallowSize", Integer.toString(SWALLOWED_BYTES));
        connector.setProperty("maxKeepAliveRequests", "-1");
    }

    private void customize(Context context) {
        MalformedRequestPage page = new MalformedRequestPage(envelopes);
        if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(page.getClass().getName());
        }
        context.getParent().getPipeline().addValve(page);
    }
}
