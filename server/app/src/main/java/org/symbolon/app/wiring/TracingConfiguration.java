package org.symbolon.app.wiring;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.api.kernel.servlet.RequestTraces;
import org.symbolon.app.tracing.OtlpTraces;
import org.symbolon.store.database.WatchedDataSource;

/** Wires the traces of requests, which nobody gets unless it is said where they are sent. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

    @Bean
    RequestTraces requestTraces(
            DataSource source,
            @Value("${symbolon.traces.endpoint:}") String endpoint,
            @Value("${symbolon.traces.share:1.0}") double share,
            @Value("${symbolon.node}") String node)
            throws SQLException {
        if (endpoint.isBlank()) {
            return RequestTraces.NONE;
        }
        OtlpTraces traces = new OtlpTraces(endpoint, share, node);
        source.unwrap(WatchedDataSource.class).statements().tell(traces);
        return traces;
    }
}
