package org.symbolon.connectors.caconnector;

import io.grpc.CallOptions;
import io.grpc.ChannelCredentials;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.okhttp.OkHttpChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.AuthorityException.Trouble;
import org.symbolon.events.shared.Secret;

/**
 * Calls the worker that asks Microsoft's authorities, over gRPC. Each call has a connection of its own and a deadline for all of it: they
 * are few, and a worker that was away is asked like any other.
 */
final class MicrosoftWorker {

    private static final String SERVICE = "CAService/";
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final int MOST_PORT = 65_535;
    private static final MethodDescriptor.Marshaller<WireMessage> MARSHALLER = new Marshaller();

    private final CaFolders folders;
    private final Duration patience;

    MicrosoftWorker(CaFolders folders, Duration patience) {
        this.folders = folders;
        this.patience = patience;
    }

    /**
     * What the worker answers.
     *
     * @throws AuthorityException if it does not, or not that it could do it
     */
    WireMessage call(Authority authority, String method, WireMessage request, int statusField) {
        ManagedChannel channel = channel(authority);
        try {
            WireMessage answer = ClientCalls.blockingUnaryCall(
                    channel,
                    MethodDescriptor.newBuilder(MARSHALLER, MARSHALLER)
                            .setType(MethodType.UNARY)
                            .setFullMethodName(SERVICE + method)
                            .build(),
                    CallOptions.DEFAULT
                            .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS)
                            .withMaxInboundMessageSize(LARGEST_ANSWER),
                    request);
            if (answer.inner(statusField).number(1) != 0) {
                throw new AuthorityException(authority.name(), Trouble.FAULTY, "its worker could not do it");
            }
            return answer;
        } catch (StatusRuntimeException failed) {
            throw new AuthorityException(authority.name(), trouble(failed));
        } catch (IllegalArgumentException nonsense) {
            throw new AuthorityException(authority.name(), Trouble.BROKEN_OFF);
        } finally {
            channel.shutdownNow();
        }
    }

    private static Trouble trouble(StatusRuntimeException failed) {
        return switch (failed.getStatus().getCode()) {
            case DEADLINE_EXCEEDED -> Trouble.TOO_SLOW;
            case UNAVAILABLE -> isUntrusted(failed) ? Trouble.NOT_SECURE : Trouble.UNREACHABLE;
            default -> Trouble.BROKEN_OFF;
        };
    }

    private static boolean isUntrusted(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return true;
            }
        }
        return false;
    }

    private ManagedChannel channel(Authority authority) {
        String host = authority.required("hostname").strip();
        String port = authority.required("port").strip();
        if (!port.matches("0*[1-9]\\d{0,4}") || Integer.parseInt(port) > MOST_PORT) {
            throw new AuthorityException(authority.name(), Trouble.DEFINITION, "port is none");
        }
        try {
            OkHttpChannelBuilder builder =
                    OkHttpChannelBuilder.forAddress(host, Integer.parseInt(port), credentials(authority));
            if (!authority.flag("http_proxy")) {
                builder.proxyDetector(address -> null);
            }
            return builder.disableRetry().build();
        } catch (IllegalArgumentException malformed) {
            throw new AuthorityException(authority.name(), Trouble.DEFINITION, "hostname is none");
        }
    }

    private ChannelCredentials credentials(Authority authority) {
        if (!authority.flag("use_ssl")) {
            return InsecureChannelCredentials.create();
        }
        for (String needed : List.of("ssl_ca_cert", "ssl_client_cert", "ssl_client_key")) {
            if (authority.option(needed).isEmpty()) {
                throw new AuthorityException(
                        authority.name(), Trouble.DEFINITION, "Incomplete TLS configuration: " + needed);
            }
        }
        try {
            byte[] trusted = text(authority, "ssl_ca_cert").getBytes(StandardCharsets.ISO_8859_1);
            return TlsChannelCredentials.newBuilder()
                    .trustManager(new ByteArrayInputStream(trusted))
                    .keyManager(keyManagers(authority).getKeyManagers())
                    .build();
        } catch (IOException | GeneralSecurityException unusable) {
            throw new AuthorityException(authority.name(), Trouble.DEFINITION, "its TLS files cannot be used");
        }
    }

    private KeyManagerFactory keyManagers(Authority authority) throws IOException, GeneralSecurityException {
        Secret password = authority.options().getOrDefault("ssl_client_key_password", Secret.EMPTY);
        PrivateKey key = PrivateKeys.read(text(authority, "ssl_client_key"), password)
                .orElseThrow(() -> new AuthorityException(authority.name(), Trouble.KEY, "ssl_client_key"));
        List<X509Certificate> chain = Pem.certificates(text(authority, "ssl_client_cert"));
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setKeyEntry("client", key, new char[0], chain.toArray(Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory;
    }

    private String text(Authority authority, String option) {
        Path file = folders.place(authority.name(), option, Path.of("/"), authority.required(option));
        return new AuthorityFiles(authority, folders).read(file, Trouble.DEFINITION);
    }

    /** Messages as bytes. */
    private static final class Marshaller implements MethodDescriptor.Marshaller<WireMessage> {

        @Override
        public InputStream stream(WireMessage message) {
            return new ByteArrayInputStream(message.bytes());
        }

        @Override
        public WireMessage parse(InputStream stream) {
            try {
                return WireMessage.read(stream.readAllBytes());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
