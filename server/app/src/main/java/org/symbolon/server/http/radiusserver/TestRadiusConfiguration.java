package org.symbolon.server.http.radiusserver;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.radiusserver.port.RadiusClient;
import org.symbolon.command.radiusserver.port.RadiusServers;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.connectors.radius.BoundedRadiusClient;
import org.symbolon.connectors.radius.UdpRadiusClient;
import org.symbolon.server.readmodel.RadiusServerLookups;

/** Wires the RADIUS client, the servers that it may ask, and the endpoint that tries one out. */
@Configuration(proxyBeanMethods = false)
public class TestRadiusConfiguration {

    private static final int MOST_FOR_ONE_SERVER = 50;
    private static final int MOST_FOR_ALL_SERVERS = 70;

    /** The limits leave threads of the HTTP server for whoever asks no RADIUS server. */
    @Bean
    RadiusClient radiusClient() {
        return new BoundedRadiusClient(
                new UdpRadiusClient(new SecureRandom()), MOST_FOR_ONE_SERVER, MOST_FOR_ALL_SERVERS);
    }

    @Bean
    RadiusServerLookups radiusServerLookups(JdbcOperations jdbc, SecretVault vault) {
        return new RadiusServerLookups(jdbc, vault);
    }

    @Bean
    TestRadiusEndpoint testRadiusEndpoint(RadiusClient client, RadiusServers defined, SystemSettings settings) {
        return new TestRadiusEndpoint(client, defined, settings);
    }
}
