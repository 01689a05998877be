package org.symbolon.server.http.smsgateway;

import org.axonframework.config.Configuration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.smsgateway.SmsGateway;
import org.symbolon.command.smsgateway.SmsGatewayCommands;
import org.symbolon.projections.smsgateway.SmsGatewayProjection;
import org.symbolon.query.smsgateway.SmsGatewayQueries;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.query.QueryDispatcher;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.Numbers;
import org.symbolon.server.readmodel.ReadModelGroup;
import org.symbolon.server.readmodel.SmsGatewayLookups;

/** Wires SMS gateways, from the commands to the endpoint. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class SmsGatewayConfiguration {

    @Bean
    SmsGatewayCommands smsGatewayCommands(
            Configuration configuration, JdbcOperations jdbc, Numbers numbers, SecretVault vault) {
        return new SmsGatewayCommands(
                configuration.repository(SmsGateway.class),
                new SmsGatewayLookups(jdbc),
                numbers.from("smsgateway_seq"),
                SmsProviders.modules(),
                vault);
    }

    @Bean
    SmsGatewayProjection smsGatewayProjection(JdbcOperations jdbc) {
        return new SmsGatewayProjection(jdbc);
    }

    @Bean
    GroupedProjector smsGatewayModel(SmsGatewayProjection projection) {
        return new GroupedProjector(ReadModelGroup.SMS_GATEWAYS, projection);
    }

    @Bean
    SmsGatewayQueries smsGatewayQueries(JdbcOperations jdbc) {
        return new SmsGatewayQueries(jdbc);
    }

    @Bean
    SmsGatewayEndpoint smsGatewayEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        return new SmsGatewayEndpoint(commands, queries);
    }
}
