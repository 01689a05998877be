package org.symbolon.connectors.caconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.TlsServerCredentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityAnswer;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.AuthorityException.Trouble;
import org.symbolon.command.caconnector.port.CertificateRequest;
import org.symbolon.command.caconnector.port.Subject;
import org.symbolon.events.shared.Secret;

/** Microsoft's authorities by way of their worker, of which there is a double: nobody has tried a real one. */
class MicrosoftAuthorityTest {

    private static final CertificateRequest REQUEST =
            new CertificateRequest(SoftRequest.of("CN=alice"), Optional.empty(), Optional.of("User"));

    private final Map<String, String> options = new HashMap<>();
    private MicrosoftWorkerDouble worker;
    private AuthorityKind kind;
    private String certificate;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        worker = MicrosoftWorkerDouble.start();
        kind = kind(Duration.ofSeconds(5));
        new NewAuthority(folder.resolve("ca"), "CN=localhost", 2048, 10, 30, 5, Secret.EMPTY)
                .make(new SecureRandom(), Instant.now());
        certificate = Files.readString(folder.resolve("ca/cacert.pem"));
        options.putAll(Map.of("hostname", "localhost", "port", worker.port(), "ca", "host\\authority"));
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    private AuthorityKind kind(Duration patience) {
        MicrosoftWorker asked = new MicrosoftWorker(new CaFolders(List.of(folder)), patience);
        return new MicrosoftAuthority(asked, asked);
    }

    private Authority authority() {
        return new Authority(
                "microsoft",
                "microsoft",
                options.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Secret.of(entry.getValue()))));
    }

    private Trouble trouble(CertificateRequest request) {
        AuthorityException[] thrown = new AuthorityException[1];
        assertThatThrownBy(() -> kind.request(authority(), request))
                .isInstanceOfSatisfying(AuthorityException.class, found -> thrown[0] = found);
        assertThat(thrown[0].getMessage()).doesNotContain("Words-of-the-authority");
        return thrown[0].trouble();
    }

    @Test
    void whatIsIssuedAtOnceIsFetched() {
        WireMessage[] sent = new WireMessage[1];
        worker.deciding(3, 17);
        worker.answering("GetCertificate", asked -> {
            sent[0] = WireMessage.read(asked);
            return new WireMessage()
                    .with(1, certificate.replaceAll("-----.*-----\n", ""))
                    .bytes();
        });

        AuthorityAnswer.Issued issued = (AuthorityAnswer.Issued) kind.request(authority(), REQUEST);

        assertThat(Pem.certificate(issued.certificate())).isEqualTo(Pem.certificate(certificate));
        assertThat(sent[0].text(1)).isEqualTo("host\\authority");
        assertThat(sent[0].number(2)).isEqualTo(17);
        assertThat(kind.giveUp(authority(), issued.certificate()))
                .as("It keeps it")
                .isTrue();
        assertThatThrownBy(() -> kind.revoke(authority(), null)).hasMessageContaining("cannot do this");
    }

    @Test
    void whatIsSentIsTheRequestTheTemplateAndTheAuthority() {
        WireMessage[] sent = new WireMessage[1];
        worker.answering("SubmitCSR", asked -> {
            sent[0] = WireMessage.read(asked);
            return new WireMessage().with(1, 5).with(3, 4).bytes();
        });

        assertThat(kind.request(authority(), REQUEST)).isEqualTo(new AuthorityAnswer.Pending("4"));
        assertThat(sent[0].text(1)).isEqualTo(REQUEST.pem());
        assertThat(sent[0].text(2)).isEqualTo("User");
        assertThat(sent[0].text(3)).isEqualTo("host\\authority");
    }

    @Test
    void aRequestThatWaitsIsDecidedLater() {
        worker.deciding(5, 18);
        worker.issuing(certificate);
        assertThat(kind.request(authority(), REQUEST)).isEqualTo(new AuthorityAnswer.Pending("18"));
        assertThat(kind.ask(authority(), "18")).isEqualTo(new AuthorityAnswer.Pending("18"));
        worker.deciding(4, 18);
        assertThat(kind.ask(authority(), "18")).isInstanceOf(AuthorityAnswer.Issued.class);
        worker.deciding(2, 18);
        assertThatThrownBy(() -> kind.ask(authority(), "18"))
                .isInstanceOfSatisfying(AuthorityException.class, denied -> assertThat(denied.code())
                        .isEqualTo(504));
        assertThat(trouble(REQUEST)).isEqualTo(Trouble.DENIES);
    }

    @Test
    void whoeverHasToBeNamedIsNamedByTheRequest() {
        worker.deciding(5, 1);
        Subject alice = new Subject("alice", Optional.empty(), Optional.empty());
        CertificateRequest foreign =
                new CertificateRequest(SoftRequest.of("CN=admin"), Optional.of(alice), Optional.empty());

        assertThat(kind.request(
                        authority(), new CertificateRequest(REQUEST.pem(), Optional.of(alice), Optional.empty())))
                .isEqualTo(new AuthorityAnswer.Pending("1"));
        assertThat(trouble(foreign)).isEqualTo(Trouble.DENIES);
    }

    @Test
    void authoritiesAndTemplatesAreOffered() {
        worker.answering(
                "GetCAs",
                asked -> new WireMessage().with(1, "a\\x").with(1, "b\\y").bytes());
        worker.answering(
                "GetTemplates", asked -> new WireMessage().with(1, "User").bytes());

        assertThat(kind.choices(authority())).containsExactly("a\\x", "b\\y");
        assertThat(kind.templates(authority())).isEqualTo(Map.of("User", ""));
    }

    @Test
    void aWorkerThatFailsIsAFault() {
        assertThat(trouble(REQUEST)).isEqualTo(Trouble.BROKEN_OFF);
        worker.answering("SubmitCSR", asked -> new byte[] {0x12, 0x7F});
        assertThat(trouble(REQUEST)).isEqualTo(Trouble.BROKEN_OFF);
        worker.answering("SubmitCSR", asked -> new byte[11 << 20]);
        assertThat(trouble(REQUEST)).isEqualTo(Trouble.BROKEN_OFF);
        worker.answering(
                "SubmitCSR",
                asked -> new WireMessage().with(5, new WireMessage().with(1, 1)).bytes());
        assertThat(trouble(REQUEST)).isEqualTo(Trouble.FAULTY);
        worker.deciding(9, 1);
        assertThat(trouble(REQUEST)).isEqualTo(Trouble.FAULTY);
        worker.deciding(3, 1);
        worker.issuing("nonsense");
        assertThat(trouble(REQUEST)).isEqualTo(Trouble.BROKEN_OFF);
        options.put("port", "no");
        assertThat(trouble(REQUEST)).isEqualTo(Trouble.DEFINITION);
        options.remove("ca");
        assertThat(trouble(REQUEST)).isEqualTo(Trouble.DEFINITION);
    }

    @Test
    @Timeout(20)
    void aWorkerThatIsAwayOrSlowTakesNobodyWithIt() throws Exception {
        worker.close();
        assertThat(trouble(REQUEST)).isEqualTo(Trouble.UNREACHABLE);

        kind = kind(Duration.ofMillis(500));
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            options.put("port", Integer.toString(silent.getLocalPort()));
            assertThat(trouble(REQUEST)).isEqualTo(Trouble.TOO_SLOW);
        }
        CountDownLatch over = new CountDownLatch(1);
        try (MicrosoftWorkerDouble slow = MicrosoftWorkerDouble.start()) {
            slow.answering("SubmitCSR", asked -> {
                try {
                    over.await(10, TimeUnit.SECONDS);
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
                return asked;
            });
            options.put("port", slow.port());
            assertThat(trouble(REQUEST)).isEqualTo(Trouble.TOO_SLOW);
            over.countDown();
        }
    }

    @Test
    void bothSidesShowCertificatesWhereTheDefinitionSaysSo() throws Exception {
        Path ca = folder.resolve("ca");
        options.put("use_ssl", "True");
        assertThat(trouble(REQUEST)).isEqualTo(Trouble.DEFINITION);
        Path client = folder.resolve("client");
        new NewAuthority(client, "CN=client", 2048, 10, 30, 5, Secret.of("Client-key-1"))
                .make(new SecureRandom(), Instant.now());
        options.putAll(Map.of(
                "ssl_ca_cert", ca.resolve("cacert.pem").toString(),
                "ssl_client_cert", client.resolve("cacert.pem").toString(),
                "ssl_client_key", client.resolve("cakey.pem").toString(),
                "ssl_client_key_password", "Client-key-1"));

        try (MicrosoftWorkerDouble secure = MicrosoftWorkerDouble.start(TlsServerCredentials.newBuilder()
                .keyManager(
                        ca.resolve("cacert.pem").toFile(),
                        ca.resolve("cakey.pem").toFile())
                .trustManager(client.resolve("cacert.pem").toFile())
                .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
                .build())) {
            options.put("port", secure.port());
            secure.deciding(5, 21);
            assertThat(kind.request(authority(), REQUEST)).isEqualTo(new AuthorityAnswer.Pending("21"));
            options.put("ssl_client_key_password", "wrong");
            assertThat(trouble(REQUEST)).isEqualTo(Trouble.KEY);
            options.put("ssl_client_key_password", "Client-key-1");
            options.put("ssl_ca_cert", client.resolve("cacert.pem").toString());
            assertThat(trouble(REQUEST)).isEqualTo(Trouble.NOT_SECURE);
        }
    }
}
