package org.symbolon.server.http.history;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.query.sending.QueryDispatcher;

/** Wires the histories of everything that administrators can change. */
@Configuration(proxyBeanMethods = false)
public class HistoryConfiguration {

    @Bean
    HistoryEndpoint historyEndpoint(QueryDispatcher queries, UserDirectory users) {
        HistoryKinds kinds = new HistoryKinds(new CounterTrails(queries).kind(), new UserTrails(users, queries).kind());
        return new HistoryEndpoint(queries, kinds);
    }
}
