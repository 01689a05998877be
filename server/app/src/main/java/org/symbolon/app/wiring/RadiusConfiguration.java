package org.symbolon.app.wiring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.radiusclient.RadiusDoor;
import org.symbolon.app.radius.RadiusIdentity;
import org.symbolon.app.radius.RadiusService;
import org.symbolon.command.radiusclient.port.RadiusClients;
import org.symbolon.command.radiusclient.port.RadiusLogins;
import org.symbolon.connectors.radiusclient.RadiusEvent;
import org.symbolon.connectors.radiusclient.RadiusListener;

/** Wires the RADIUS server, which listens nowhere unless it is told to. */
@Configuration(proxyBeanMethods = false)
class RadiusConfiguration {

    /** None of the API's: it is what policies know log-ins by RADIUS by. */
    @Bean
    Route accessRequest() {
        return RadiusDoor.ROUTE;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class OfAServer {

        @Bean
        RadiusListener.Places radiusPlaces(
                @Value("${symbolon.radius.address:}") String address,
                @Value("${symbolon.radius.port:#{null}}") Integer udp,
                @Value("${symbolon.radius.tls-port:#{null}}") Integer tls,
                @Value("${symbolon.radius.at-once:32}") int atOnce,
                @Value("${symbolon.radius.queue:256}") int queue,
                @Value("${symbolon.radius.connections:100}") int connections) {
            if (atOnce < 1 || queue < 1 || connections < 1) {
                throw new IllegalArgumentException(
                        "symbolon.radius.at-once, queue and connections must be positive numbers");
            }
            return new RadiusListener.Places(address(address), port(udp), port(tls), atOnce, queue, connections);
        }

        private static InetAddress address(String text) {
            try {
                return text.isBlank() ? null : InetAddress.getByName(text.strip());
            } catch (UnknownHostException unknown) {
                throw new IllegalArgumentException("symbolon.radius.address must be an address of this machine");
            }
        }

        private static OptionalInt port(Integer number) {
            if (number != null && (number < 0 || number > 65_535)) {
                throw new IllegalArgumentException("symbolon.radius.port and tls-port must be from 0 to 65535");
            }
            return number == null ? OptionalInt.empty() : OptionalInt.of(number);
        }

        @Bean
        RadiusListener radiusListener(RadiusListener.Places places, RadiusClients clients, RadiusLogins logins) {
            return new RadiusListener(places, clients, logins);
        }

        @Bean
        RadiusService radiusService(
                RadiusListener listener,
                RadiusListener.Places places,
                @Value("${symbolon.radius.tls-certificate:}") String certificate,
                @Value("${symbolon.radius.tls-key:}") String key,
                @Value("${symbolon.radius.farewell:8s}") Duration farewell) {
            if (places.tls().isPresent() && (certificate.isBlank() || key.isBlank())) {
                throw new IllegalArgumentException(
                        "symbolon.radius.tls-port needs symbolon.radius.tls-certificate and symbolon.radius.tls-key");
            }
            return new RadiusService(
                    listener, places, new RadiusIdentity(Path.of(certificate), Path.of(key)), farewell);
        }

        @Bean
        MeterBinder radiusMeters(RadiusListener listener) {
            return registry -> {
                for (RadiusEvent event : RadiusEvent.values()) {
                    FunctionCounter.builder("symbolon.radius.packets", listener.counts(), now -> now.of(event))
                            .description("RADIUS packets by what became of them")
                            .tag("outcome", event.name().toLowerCase(Locale.ROOT))
                            .register(registry);
                }
                Gauge.builder("symbolon.radius.running", listener, RadiusListener::atWork)
                        .description("RADIUS requests that are being decided")
                        .register(registry);
                Gauge.builder("symbolon.radius.waiting", listener, RadiusListener::waiting)
                        .description("RADIUS requests that wait for their turn")
                        .register(registry);
                Gauge.builder("symbolon.radius.connections", listener, RadiusListener::connections)
                        .description("Connections of RADIUS/TLS")
                        .register(registry);
            };
        }
    }
}
