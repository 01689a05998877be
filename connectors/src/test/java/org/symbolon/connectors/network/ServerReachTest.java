package org.symbolon.connectors.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.examination.port.Verdict;
import org.symbolon.connectors.network.BoundedHttp.Way;

/** What is found at the doors of servers, to which nothing is said. */
class ServerReachTest {

    private static final Way CHECKED = new Way(true, Optional.empty());
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Certificates sound;
    private static Certificates expired;
    private static Certificates ofAnotherName;

    @BeforeAll
    static void make() throws Exception {
        sound = Certificates.of("ip:127.0.0.1");
        expired = Certificates.of("ip:127.0.0.1", Duration.ofDays(9));
        ofAnotherName = Certificates.of("dns:elsewhere.example");
    }

    private static List<Finding> found(Certificates trusted, String address, Way way, Duration patience) {
        AddressGuard guard = AddressGuard.allowing(List.of("127.0.0.1"));
        try (BoundedHttp http = new BoundedHttp("test", () -> context(trusted), guard)) {
            return http.examine(URI.create(address), way, patience);
        }
    }

    private static SSLContext context(Certificates trusted) {
        try {
            return trusted.trustingContext();
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static HandMadeServer showing(Certificates shown) {
        return new HandMadeServer(connection -> {
            SSLSocket secured = (SSLSocket) shown.server().getSocketFactory().createSocket(connection, null, false);
            secured.setUseClientMode(false);
            secured.startHandshake();
            assertThat(secured.getInputStream().read()).isNegative();
        });
    }

    private static List<Finding> at(Certificates shown, Certificates trusted, Way way) throws Exception {
        try (HandMadeServer server = showing(shown)) {
            return found(trusted, "https://127.0.0.1:" + server.port() + "/gate", way, PATIENCE);
        }
    }

    private static Finding.Said only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return (Finding.Said) findings.get(0);
    }

    @Test
    void aCertificateThatHoldsIsToldWithItsEnd() throws Exception {
        List<Finding> findings = at(sound, sound, CHECKED);

        assertThat(findings).hasSize(2);
        assertThat(((Finding.Said) findings.get(0)).verdict()).isEqualTo(Verdict.OK);
        Finding.Holds certificate = (Finding.Holds) findings.get(1);
        assertThat(certificate.what()).startsWith("The certificate of 127.0.0.1:");
        assertThat(certificate.until()).isBetween(Instant.now(), Instant.now().plus(Duration.ofDays(2)));
        assertThat(certificate.over()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void whatIsWrongWithACertificateIsSaid() throws Exception {
        assertThat(only(at(expired, expired, CHECKED)).words()).endsWith("its certificate has expired");
        assertThat(only(at(ofAnotherName, ofAnotherName, CHECKED)).words())
                .endsWith("its certificate is for another name");
        assertThat(only(at(sound, expired, CHECKED)))
                .matches(said -> said.verdict() == Verdict.FAILED)
                .matches(said -> said.words().contains("comes from no authority"));
    }

    @Test
    void whereNobodyLooksAtItAnyCertificateIsGood() throws Exception {
        Finding.Said said = only(at(expired, sound, new Way(false, Optional.empty())));

        assertThat(said.verdict()).isEqualTo(Verdict.OK);
        assertThat(said.words()).contains("may show any certificate");
    }

    @Test
    void aServerThatSpeaksInClearIsThere() throws Exception {
        try (HandMadeServer server = HandMadeServer.silent()) {
            Finding.Said said = only(found(sound, "http://127.0.0.1:" + server.port(), CHECKED, PATIENCE));
            assertThat(said.verdict()).isEqualTo(Verdict.OK);
        }
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedForLong() throws Exception {
        try (HandMadeServer server = HandMadeServer.silent()) {
            Finding.Said said =
                    only(found(sound, "https://127.0.0.1:" + server.port(), CHECKED, Duration.ofMillis(300)));
            assertThat(said.words()).contains("does not answer in time");
        }
    }

    @Test
    void whoeverCannotBeReachedIsToldApart() throws Exception {
        assertThat(only(found(sound, "https://no-such-host.invalid/", CHECKED, PATIENCE))
                        .words())
                .startsWith("no-such-host.invalid:443 is not known");
        assertThat(only(found(sound, "https://127.0.0.1:1/", CHECKED, PATIENCE)).words())
                .contains("cannot be reached");
        assertThat(only(found(sound, "http://127.0.0.9:80/", CHECKED, PATIENCE)).words())
                .contains("symbolon.local-destinations");
    }

    @Test
    void behindAProxyNobodyLooks() throws Exception {
        try (HandMadeServer proxy = HandMadeServer.silent()) {
            Way way = new Way(true, Optional.of(InetSocketAddress.createUnresolved("127.0.0.1", proxy.port())));
            assertThat(found(sound, "https://elsewhere.example/", way, PATIENCE))
                    .extracting(finding -> ((Finding.Said) finding).verdict())
                    .containsExactly(Verdict.OK, Verdict.UNCHECKED);
        }
    }
}
