package org.symbolon.connectors.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.connectors.UserStoreContract.Person;

/** Tokens of service accounts: asked for once, used until they end, renewed when they are good no more. */
class WebTokenTest {

    private static final Person ADA = new Person(Map.of("username", "ada"), "Secret-of-ada");

    private final SettableClock clock = new SettableClock();
    private final KeycloakDouble server = new KeycloakDouble();
    private final UserStore store =
            new KeycloakStoreType(WebStores.network(clock)).open(WebStores.keycloak(server.base()));

    private static final class SettableClock extends Clock {

        private volatile Instant now = Instant.parse("2026-12-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    WebTokenTest() {
        server.fill(List.of(ADA));
    }

    @AfterEach
    void close() {
        store.close();
        server.close();
    }

    private int tokensAskedFor() {
        return server.asked("POST", "/token").size();
    }

    @Test
    void aTokenIsUsedUntilShortlyBeforeItsEnd() {
        server.handsOutTokensFor(100);
        store.withLogin("ada");
        clock.now = clock.now.plus(Duration.ofSeconds(89));
        store.withLogin("ada");
        assertThat(tokensAskedFor()).isEqualTo(1);

        clock.now = clock.now.plus(Duration.ofSeconds(2));
        assertThat(store.withLogin("ada")).isPresent();
        assertThat(tokensAskedFor()).isEqualTo(2);
    }

    @Test
    void oneWhoseEndNobodyTellsIsUsedOnce() {
        server.handsOutTokensFor(0);
        store.withLogin("ada");
        store.withLogin("ada");

        assertThat(tokensAskedFor()).isEqualTo(2);
    }

    @Test
    void oneThatWasTakenBackIsRenewedAndTheQuestionAskedAgain() {
        store.withLogin("ada");
        server.takesTokensBack();

        assertThat(store.withLogin("ada")).isPresent();
        assertThat(tokensAskedFor()).isEqualTo(2);
    }

    @Test
    void aNewOneThatIsRefusedIsNotAskedForEndlessly() {
        store.withLogin("ada");
        server.forgetWhatWasAsked();
        server.letsNobodyIn();

        assertThatThrownBy(() -> store.withLogin("ada"))
                .isInstanceOf(UserStoreUnavailableException.class)
                .hasMessage("The user store does not let the service account do what config_get_user_by_name describes"
                        + " (HTTP 401)");
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void manyWhoNeedOneWaitForOneQuestion() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Boolean>> found = IntStream.range(0, 16)
                    .mapToObj(number ->
                            threads.submit(() -> store.withLogin("ada").isPresent()))
                    .toList();
            for (Future<Boolean> one : found) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(tokensAskedFor()).isEqualTo(1);
    }

    @Test
    void aServiceAccountThatIsWrongIsToldWithoutItsPassword() {
        KeycloakStoreType type = new KeycloakStoreType(WebStores.NETWORK);

        assertThat(type.test(WebStores.with(WebStores.keycloak(server.base()), "password", "wrong-7"))
                        .description())
                .isEqualTo("Failed to get authorization header: its server gives no token (HTTP 401)")
                .doesNotContain("wrong-7");
        assertThat(type.test(WebStores.keycloak(WebStores.NOWHERE)).description())
                .isEqualTo(
                        "Failed to get authorization header: The server http://127.0.0.1:1 cannot be reached: nothing"
                                + " listens there, or something is between");
    }
}
