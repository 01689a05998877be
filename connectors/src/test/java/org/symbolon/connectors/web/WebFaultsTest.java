package org.symbolon.connectors.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.command.resolver.port.UserStoreType.TestResult;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.connectors.UserStoreContract.Person;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.Certificates;
import org.symbolon.connectors.network.HandMadeServer;
import org.symbolon.connectors.web.ApiDouble.Reply;

/** What a store over HTTP can do wrong: nobody waits longer than the definition says, and each trouble has its words. */
class WebFaultsTest {

    private static final Person ADA = new Person(Map.of("username", "ada", "surname", "Lovelace"), "Secret-of-ada");
    private static final String HEAD = "HTTP/1.1 200 OK\r\n";

    private final UserStoreType type = new HttpStoreType(WebStores.NETWORK);

    /** One that is given all the time that a busy machine needs. */
    private static Map<String, String> configuration(String server) {
        return WebStores.with(WebStores.plain(server), "timeout", "30", "test_username", "ada");
    }

    private void assertTrouble(String server, String trouble) {
        assertTrouble(server, configuration(server), trouble);
    }

    private void assertTrouble(String server, Map<String, String> configuration, String trouble) {
        String told = "The server " + server + " " + trouble;
        try (UserStore store = type.open(configuration)) {
            assertThatThrownBy(() -> store.withLogin("ada"))
                    .isInstanceOf(UserStoreUnavailableException.class)
                    .hasNoCause()
                    .hasMessage(told);
        }
        assertThat(type.test(configuration)).isEqualTo(new TestResult(false, "Failed: " + told));
    }

    private void assertTrouble(HandMadeServer.Behaviour behaviour, String trouble) throws Exception {
        try (HandMadeServer server = new HandMadeServer(behaviour)) {
            assertTrouble(server.uri("http"), trouble);
        }
    }

    private void assertWaitedForUntilTheTimeIsOver(HandMadeServer.Behaviour behaviour) throws Exception {
        try (HandMadeServer server = new HandMadeServer(behaviour)) {
            String address = server.uri("http");
            long begin = System.nanoTime();
            assertTrouble(address, WebStores.with(configuration(address), "timeout", "1"), "does not answer in time");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static HandMadeServer.Behaviour saying(String text) {
        return connection -> {
            connection.getInputStream().read(new byte[8192]);
            connection.getOutputStream().write(text.getBytes(US_ASCII));
        };
    }

    @Test
    void oneThatNeverAnswersIsWaitedForUntilTheTimeIsOver() throws Exception {
        assertWaitedForUntilTheTimeIsOver(
                connection -> connection.getInputStream().readAllBytes());
    }

    @Test
    void oneThatDripsIsWaitedForUntilTheTimeIsOver() throws Exception {
        assertWaitedForUntilTheTimeIsOver(connection -> {
            saying(HEAD + "Content-Length: 1000\r\n\r\n").meet(connection);
            for (int sent = 0; sent < 400; sent++) {
                connection.getOutputStream().write('x');
                Thread.sleep(50);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense\r\n\r\n",
                HEAD,
                HEAD + "Content-Length: 10\r\n\r\n{\"a\"",
                HEAD + "Content-Length: x\r\n\r\n"
            })
    void oneThatAnswersHalfOrNonsenseIsTold(String said) throws Exception {
        assertTrouble(saying(said), "broke off, or answered what is no HTTP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome</html>", "{\"person\": ", "{} {}", "[1, 2"})
    void oneThatAnswersSomethingElseThanJsonIsTold(String said) throws Exception {
        assertTrouble(
                saying(HEAD + "Content-Length: " + said.length() + "\r\n\r\n" + said), "answered what is no JSON");
    }

    /** They are not read as JSON either: that would take a multiple of the memory. */
    @Test
    void tenMegabytesAreNotTakenIn() throws Exception {
        assertTrouble(
                connection -> {
                    saying(HEAD + "Content-Length: 10000000\r\n\r\n[").meet(connection);
                    for (int taken = 0; taken < 9_999_999; taken += 10_000) {
                        connection.getOutputStream().write(" ".repeat(10_000).getBytes(US_ASCII));
                    }
                },
                "answered more than 4 MiB");
    }

    @Test
    void whereNothingListensIsTold() {
        assertTrouble(WebStores.NOWHERE, "cannot be reached: nothing listens there, or something is between");
        assertTrouble("http://nowhere.invalid", "is not known by this name");
    }

    @Test
    void aLocalAddressIsNotAskedUnlessTheServerIsSetSo() {
        try (PlainDouble server = new PlainDouble();
                WebNetwork strict =
                        new WebNetwork(AddressGuard.allowing(List.of()), Clock.systemUTC(), new Random(1))) {
            assertThat(new HttpStoreType(strict)
                            .test(configuration(server.base()))
                            .description())
                    .isEqualTo("Failed: The server " + server.base()
                            + " is not asked: it has the address 127.0.0.1, which is local to this server and not allowed"
                            + " by symbolon.local-destinations");
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void errorsOfTheServerAreTold() {
        try (PlainDouble server = new PlainDouble()) {
            server.answersAlways(new Reply(500, "<h1>Stack trace with secrets</h1>", Map.of()));
            assertTrouble(server.base(), "answered with an error (HTTP 500)");
            server.answersAlways(new Reply(302, "", Map.of("Location", "http://169.254.169.254/")));
            assertTrouble(server.base(), "leads elsewhere, where nobody is asked (HTTP 302)");
        }
    }

    @Test
    void whoeverIsNotLetInIsTold() {
        try (PlainDouble server = new PlainDouble()) {
            assertThat(type.test(WebStores.with(configuration(server.base()), "headers", "{\"X-Key\": \"wrong\"}"))
                            .description())
                    .isEqualTo("Failed: The user store does not let the service account do what"
                            + " config_get_user_by_name describes (HTTP 403)");
        }
    }

    @Test
    void whoeverHasTooManyQuestionsIsLeftAloneAsLongAsHeWants() {
        try (PlainDouble server = new PlainDouble();
                UserStore store = type.open(configuration(server.base()))) {
            server.fill(List.of(ADA));
            server.answersAlways(new Reply(429, "", Map.of("Retry-After", "1")));
            for (int time = 0; time < 5; time++) {
                assertThatThrownBy(() -> store.withLogin("ada"))
                        .hasMessage("The server " + server.base() + " has too many questions and wants to be left alone"
                                + " for 1 seconds (HTTP 429)");
            }
            assertThat(server.asked()).hasSize(1);
            server.answersAsUsual();

            assertThat(foundBefore(store, Duration.ofSeconds(10)))
                    .map(StoredUser::login)
                    .hasValue("ada");
        }
    }

    /** Waits for the store to be asked again. */
    private static Optional<StoredUser> foundBefore(UserStore store, Duration end) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < end.toNanos()) {
            try {
                return store.withLogin("ada");
            } catch (UserStoreUnavailableException still) {
                Thread.onSpinWait();
            }
        }
        return Optional.empty();
    }

    @Test
    void oneThatIsAwayIsNotWaitedForAgainUntilItIsBack() throws Exception {
        try (HandMadeServer away = new HandMadeServer(java.net.Socket::close)) {
            String address = away.uri("https");
            try (UserStore store = type.open(configuration(address))) {
                for (int time = 0; time < 10; time++) {
                    assertThatThrownBy(() -> store.withLogin("ada"))
                            .hasMessageStartingWith("The server " + address + " ");
                }
                assertThat(away.connections()).isLessThan(4);
            }
        }
    }

    @Test
    void certificatesMustHoldUnlessTheyAreNotVerified(@TempDir Path folder) throws Exception {
        Certificates good = Certificates.of("ip:127.0.0.1");
        Certificates other = Certificates.of("dns:other.example.com");
        Certificates old = Certificates.of("ip:127.0.0.1", Duration.ofDays(9));

        assertThat(tried(good, good, folder)).startsWith("Resolver config seems to be OK.");
        assertThat(tried(good, other, folder))
                .endsWith("its certificate comes from no authority in tls_ca_path, or among"
                        + " those of the system where that is not given");
        assertThat(tried(other, other, folder)).endsWith("its certificate is for another name");
        assertThat(tried(old, old, folder)).endsWith("its certificate has expired");
        assertThat(tried(old, Map.of("verify_tls", "False"))).startsWith("Resolver config seems to be OK.");
        assertThat(tried(good, Map.of("tls_ca_path", "/nowhere")))
                .endsWith("The file of tls_ca_path cannot be used: it is no regular file with certificates in PEM");
    }

    private static String tried(Certificates shown, Certificates trusted, Path folder) throws Exception {
        Path authorities = Files.writeString(folder.resolve("authorities.pem"), trusted.certificatePem());
        return tried(shown, Map.of("tls_ca_path", authorities.toString()));
    }

    private static String tried(Certificates shown, Map<String, String> more) throws Exception {
        try (GraphDouble server = new GraphDouble(shown.server())) {
            Map<String, String> configuration = WebStores.with(WebStores.entra(server.base()));
            configuration.putAll(more);
            return new EntraStoreType(WebStores.NETWORK).test(configuration).description();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "..",
                ".",
                "../people",
                "ada/../ben",
                "ada?login=ben",
                "ada#x",
                "{username}",
                "{password}",
                "ada\0"
            })
    void nothingThatIsTypedBecomesAPartOfTheQuestion(String typed) {
        try (PlainDouble server = new PlainDouble();
                UserStore store = type.open(configuration(server.base()))) {
            server.fill(List.of(ADA));

            assertThat(store.withLogin(typed)).isEmpty();
            assertThat(store.attributesOf(typed)).isEmpty();
            assertThat(server.asked())
                    .extracting(ApiDouble.Asked::path)
                    .allMatch(path -> path.matches("/person(/[^/]+)?"))
                    .noneMatch(path -> path.endsWith("/.."));
        }
    }
}
