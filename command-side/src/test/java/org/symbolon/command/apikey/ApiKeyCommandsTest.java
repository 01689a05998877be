package org.symbolon.command.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.RevocationCommands;
import org.symbolon.command.auth.RevokedLogin;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.support.Stage;
import org.symbolon.events.apikey.ApiKeyIssued;
import org.symbolon.events.apikey.ApiKeyRevoked;
import org.symbolon.events.auth.LoginRevoked;

class ApiKeyCommandsTest {

    private static final Instant EXPIRES = Instant.parse("2027-11-25T12:00:00Z");
    private static final ApiKeyIssued ISSUED = new ApiKeyIssued("abc", "vpn", "API", "validate", EXPIRES);

    private final Stage stage = new Stage();

    ApiKeyCommandsTest() {
        RevocationCommands revocations = new RevocationCommands(
                stage.repository(RevokedLogin.class), time -> false, stage.store(), Clock.systemUTC());
        stage.handler(new ApiKeyCommands(stage.repository(ApiKey.class), revocations));
    }

    private void issue(String keyId, String name, String realm) {
        stage.when(new IssueApiKey(keyId, name, realm, "validate", EXPIRES));
    }

    @Test
    void thatAProgramHasGotAKeyIsPutDown() {
        issue("abc", "vpn", "API");

        assertThat(stage.facts()).containsExactly(ISSUED);
    }

    @Test
    void aKeyThatIsRevokedCountsNoMore() {
        stage.given(ISSUED);

        stage.when(new RevokeApiKey("abc"));

        assertThat(stage.facts()).containsExactly(new ApiKeyRevoked("abc"), new LoginRevoked("abc", EXPIRES));
    }

    @Test
    void aKeyThatWasLoggedOutOfIsRevokedAllTheSame() {
        stage.given(ISSUED, new LoginRevoked("abc", EXPIRES));

        stage.when(new RevokeApiKey("abc"));

        assertThat(stage.facts()).containsExactly(new ApiKeyRevoked("abc"));
    }

    @Test
    void aKeyIsRevokedOnceOnlyAndNotIfNobodyKnowsIt() {
        stage.given(ISSUED, new ApiKeyRevoked("abc"));

        for (String keyId : new String[] {"abc", "other"}) {
            assertThatThrownBy(() -> stage.when(new RevokeApiKey(keyId)))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("The requested API key could not be found.");
        }
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThatThrownBy(() -> issue("k".repeat(129), "vpn", "API")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> issue("abc", "n".repeat(121), "API")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> issue("abc", "vpn", "r".repeat(250))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> stage.when(new RevokeApiKey("k".repeat(129)))).isInstanceOf(Refusal.class);
    }
}
