package org.symbolon.server.http.audit;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.audit.AuditChain;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.query.audit.AuditStatistics;
import org.symbolon.query.audit.AuditVerification;
import org.symbolon.query.sending.QueryDispatcher;

/** Wires what is asked of the audit as a whole. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

    @Bean
    AuditVerification auditVerification(AuditChain chain, TrailingModels trailing) {
        return new AuditVerification(chain, trailing);
    }

    @Bean
    AuditStatistics auditStatistics(JdbcOperations jdbc, TrailingModels trailing) {
        return new AuditStatistics(jdbc, trailing);
    }

    @Bean
    AuditReportEndpoint auditReportEndpoint(QueryDispatcher queries, Clock clock) {
        return new AuditReportEndpoint(queries, clock);
    }
}
