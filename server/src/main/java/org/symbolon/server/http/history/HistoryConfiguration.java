package org.symbolon.server.http.history;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.server.query.QueryDispatcher;

/** Wires the histories of everything that administrators can change. */
@Configuration(proxyBeanMethods = false)
public class HistoryConfiguration {

    @Bean
    HistoryEndpoint historyEndpoint(QueryDispatcher queries) {
        return new HistoryEndpoint(queries);
    }
}
