package org.symbolon.api.kernel.servlet;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.ClientAddress;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.HandledEvents;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.PostponedRequests;
import org.symbolon.api.kernel.ProxySetting;
import org.symbolon.api.kernel.RequestIdentity;
import org.symbolon.api.kernel.RequestPolicing;
import org.symbolon.api.kernel.ServerKeys;
import org.symbolon.api.kernel.login.AdministratorPasswords;
import org.symbolon.api.kernel.login.LoginRevocations;
import org.symbolon.api.kernel.login.LoginTokens;
import org.symbolon.api.kernel.login.RequestLogin;
import org.symbolon.api.kernel.route.RouteTable;
import org.symbolon.api.kernel.wire.EnvelopeWriter;
import org.symbolon.api.kernel.wire.ResponseSigner;
import org.symbolon.api.kernel.wire.SignatureMode;
import org.symbolon.api.kernel.wire.WireVersion;
import org.symbolon.command.idempotency.port.IdempotencyKeys;
import org.symbolon.command.secret.NativeCrypto;
import org.symbolon.events.shared.Caller;

/** The edge on a real Tomcat with the probe endpoint behind it, and a client for it. */
final class EdgeServer implements AutoCloseable {

    static final Instant NOW = Instant.ofEpochSecond(1_795_523_686, 431_391_000);
    static final KeyPair KEYS = NativeCrypto.rsaPair(2048, new SecureRandom());

    private final ServletWebServerApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    EdgeServer(String... properties) {
        SpringApplication application = new SpringApplication(Wiring.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        String[] arguments = Stream.concat(Stream.of("--server.port=0"), Stream.of(properties))
                .toArray(String[]::new);
        context = (ServletWebServerApplicationContext) application.run(arguments);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return post(path, "application/x-www-form-urlencoded", form);
    }

    HttpResponse<String> post(String path, String contentType, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends text as it is, for requests that no proper client would send, and answers all that comes back. */
    String raw(String text) throws IOException {
        try (Socket socket = connection()) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    Socket connection() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port());
    }

    BoundedProtocol protocol() {
        TomcatWebServer tomcat = (TomcatWebServer) context.getWebServer();
        return (BoundedProtocol) tomcat.getTomcat().getConnector().getProtocolHandler();
    }

    LoginTokens tokens() {
        return context.getBean(LoginTokens.class);
    }

    RecordedAudit audit() {
        return context.getBean(RecordedAudit.class);
    }

    private int port() {
        return context.getWebServer().getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    /** No configuration by annotation, or a real server on the tests' class path would take it for its own. */
    @ImportAutoConfiguration({PropertyPlaceholderAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class
    })
    @Import({
        ApiServlet.class,
        ArrivalLimits.class,
        ArrivalWatch.class,
        BodyFilter.class,
        BodyMemory.class,
        ClientAddress.class,
        Farewell.class,
        Faults.class,
        LargeUploads.class,
        OnceOnly.class,
        PostponedRequests.class,
        RequestLogin.class,
        RequestMeters.class,
        RequestPipeline.class,
        RouteTable.class,
        TomcatEdge.class
    })
    static class Wiring {

        @Bean
        LoginTokens loginTokens(ServerKeys keys, Clock clock) {
            return new LoginTokens(keys.loginTokenKey(), clock);
        }

        @Bean
        EnvelopeWriter envelopeWriter(
                ServerKeys keys, Clock clock, @Value("${symbolon.response-signature:always}") String signature) {
            ResponseSigner signer = new ResponseSigner(keys.responseKey(), SignatureMode.of(signature));
            return new EnvelopeWriter(signer, new WireVersion("2.10.0"), clock);
        }

        @Bean
        PostponedRequests.Happened happened() {
            return new Nothing("nothing");
        }

        /** No request of these tests waits for anything. */
        private record Nothing(String kind) implements PostponedRequests.Happened {

            @Override
            public Collection<String> of(Set<String> keys) {
                return Set.of();
            }
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        RequestTraces traces() {
            return RequestTraces.NONE;
        }

        @Bean
        StoreFaults storeFaults() {
            return new ProbeStore();
        }

        @Bean
        Endpoint probe() {
            return new ProbeEndpoint();
        }

        @Bean
        IdempotencyKeys keys() {
            return new FakeIdempotencyKeys();
        }

        @Bean
        RecordedAudit audit() {
            return new RecordedAudit();
        }

        @Bean
        RequestIdentity identity() {
            return request -> {
                if (request.caller() instanceof Caller.RealmUser user) {
                    request.caller(new Caller.RealmUser(user.login(), user.realm(), "found"));
                }
            };
        }

        @Bean
        HandledEvents events() {
            return request -> HandledEvents.Turn.NOBODYS;
        }

        @Bean
        RequestPolicing policing() {
            return new RequestPolicing() {
                @Override
                public Handler before(ApiRequest request) {
                    return request.route().opening().open(request);
                }

                @Override
                public void refuseBeforeRole(ApiRequest request) {}

                @Override
                public void requireRight(ApiRequest request) {
                    if (request.parameters().has("forbidden")) {
                        throw ApiException.policy("no");
                    }
                }
            };
        }

        @Bean
        ProxySetting proxies() {
            return () -> "127.0.0.0/8";
        }

        @Bean
        AdministratorPasswords administratorPasswords() {
            return name -> Optional.empty();
        }

        @Bean
        LoginRevocations revocations() {
            return nonce -> false;
        }

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        ServerKeys serverKeys() {
            return new ServerKeys() {
                @Override
                public PrivateKey responseKey() {
                    return KEYS.getPrivate();
                }

                @Override
                public byte[] loginTokenKey() {
                    return "key".getBytes(StandardCharsets.UTF_8);
                }
            };
        }
    }
}
