package org.symbolon.api.kernel.servlet;

import jakarta.servlet.ServletRequest;
import java.net.InetAddress;
import org.apache.catalina.connector.Connector;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * A port of its own for those who watch the server, if one is set. It has threads of its own as well, so that it answers when all
 * others are busy.
 */
@Component
public final class ManagementPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String NONE = "";
    private static final int THREADS = 4;

    private final TomcatEdge edge;
    private final String port;
    private final InetAddress address;
    private Connector connector;

    ManagementPort(
            TomcatEdge edge,
            @Value("${symbolon.management.port:}") String port,
            @Value("${symbolon.management.address:127.0.0.1}") InetAddress address,
            @Value("${server.port:8080}") String main) {
        if (!port.equals(NONE) && !port.equals("0") && port.equals(main)) {
            throw new IllegalArgumentException("symbolon.management.port must not be the port of the server itself");
        }
        this.edge = edge;
        this.port = port;
        this.address = address;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (port.equals(NONE)) {
            return;
        }
        connector = edge.another(Integer.parseInt(port), address);
        connector.setProperty("maxThreads", Integer.toString(THREADS));
        connector.setProperty("minSpareThreads", "1");
        factory.addAdditionalConnectors(connector);
    }

    /** Whether a request came there. */
    public boolean isWhereFrom(ServletRequest request) {
        return connector != null && request.getLocalPort() == connector.getLocalPort();
    }

    /** Where it is; -1 if there is none. */
    public int number() {
        return connector == null ? -1 : connector.getLocalPort();
    }
}
