package org.symbolon.server.http.policy;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.query.sending.QueryDispatcher;

/** Wires the definitions of what policies can say. */
@Configuration(proxyBeanMethods = false)
public class PolicyDefinitionsConfiguration {

    /** The nodes that are known are those of the setting, and this one. */
    @Bean
    PolicyDefinitionsEndpoint policyDefinitionsEndpoint(
            Supplier<ConfigurationView> configuration,
            QueryDispatcher queries,
            @Value("${symbolon.nodes:}") List<String> nodes,
            @Value("${symbolon.node}") String node) {
        return new PolicyDefinitionsEndpoint(
                new ActionJson(new OfferedNames(configuration, queries)),
                Stream.concat(nodes.stream(), Stream.of(node)).distinct().toList());
    }
}
