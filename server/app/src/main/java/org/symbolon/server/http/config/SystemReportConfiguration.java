package org.symbolon.server.http.config;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.query.sending.QueryDispatcher;

/** Wires the documentation of the set-up. */
@Configuration(proxyBeanMethods = false)
public class SystemReportConfiguration {

    @Bean
    SystemReportEndpoint systemReportEndpoint(
            Supplier<ConfigurationView> configuration,
            QueryDispatcher queries,
            ConfigurableEnvironment environment,
            Clock clock,
            @Value("${symbolon.node}") String node,
            @Value("${symbolon.superuser-realms:}") List<String> superuserRealms) {
        return new SystemReportEndpoint(
                configuration,
                queries,
                new ServerSettings(environment),
                new SystemReportEndpoint.Surroundings(node, superuserRealms),
                clock);
    }
}
