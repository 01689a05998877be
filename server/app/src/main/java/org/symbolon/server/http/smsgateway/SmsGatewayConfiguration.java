package org.symbolon.server.http.smsgateway;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.smsgateway.SmsGateway;
import org.symbolon.command.smsgateway.SmsGatewayCommands;
import org.symbolon.projections.smsgateway.SmsGatewayOptionProjection;
import org.symbolon.projections.smsgateway.SmsGatewayTable;
import org.symbolon.query.smsgateway.SmsGatewayOptionQueries;
import org.symbolon.server.http.definition.DefinitionRepositories;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.ReadModelGroup;
import org.symbolon.server.readmodel.SmsGatewayLookups;

/** Wires what SMS gateways have beside what all definitions have. */
@Configuration(proxyBeanMethods = false)
public class SmsGatewayConfiguration {

    @Bean
    SmsGatewayCommands smsGatewayCommands(DefinitionRepositories definitions, JdbcOperations jdbc, SecretVault vault) {
        return new SmsGatewayCommands(
                definitions.of(SmsGateway.KIND, SmsGatewayTable.TABLE),
                new SmsGatewayLookups(jdbc),
                SmsProviders.modules(),
                vault);
    }

    @Bean
    SmsGatewayOptionProjection smsGatewayOptionProjection(JdbcOperations jdbc) {
        return new SmsGatewayOptionProjection(jdbc);
    }

    @Bean
    GroupedProjector smsGatewayOptionModel(SmsGatewayOptionProjection projection) {
        return new GroupedProjector(ReadModelGroup.SMS_GATEWAYS, projection);
    }

    @Bean
    SmsGatewayOptionQueries smsGatewayOptionQueries(JdbcOperations jdbc) {
        return new SmsGatewayOptionQueries(jdbc);
    }
}
