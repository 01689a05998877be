package org.symbolon.api.management;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistration;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.servlet.ManagementPort;
import org.symbolon.api.kernel.servlet.PageServlet;
import org.symbolon.events.shared.Network;

/**
 * Answers what was measured, to Prometheus and the like. On the server's own port that is for networks that a setting names, and
 * for nobody who comes through a proxy: to a proxy on the same machine everybody would be a neighbour.
 */
@Component
@ServletRegistration(name = MetricsServlet.NAME, urlMappings = "/metrics")
final class MetricsServlet extends PageServlet {

    static final String NAME = "metrics";

    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String REFUSAL =
            "Metrics are for direct requests from the networks that symbolon.metrics-networks names.\n";
    private static final List<String> SIGNS_OF_A_PROXY = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private final transient Exposition exposition;
    private final transient ManagementPort port;
    private final transient List<Network> networks;

    MetricsServlet(
            Exposition exposition,
            ManagementPort port,
            @Value("${symbolon.metrics-networks:127.0.0.0/8,::1}") List<String> networks) {
        super(Map.of());
        this.exposition = exposition;
        this.port = port;
        this.networks = networks.stream().map(MetricsServlet::network).toList();
    }

    private static Network network(String text) {
        return Network.parse(text.strip())
                .orElseThrow(() -> new IllegalArgumentException(
                        "symbolon.metrics-networks holds what is neither an address nor a network: " + text));
    }

    @Override
    protected Content at(HttpServletRequest request) {
        if (port.isWhereFrom(request) || isNeighbour(request)) {
            return Content.of(TEXT_FORMAT, exposition.text());
        }
        return Content.of("text/plain; charset=utf-8", REFUSAL).withStatus(403);
    }

    private boolean isNeighbour(HttpServletRequest request) {
        return SIGNS_OF_A_PROXY.stream().allMatch(header -> request.getHeader(header) == null)
                && networks.stream().anyMatch(network -> network.contains(request.getRemoteAddr()));
    }
}
