package org.symbolon.connectors.radius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.radiusserver.port.RadiusAnswer;
import org.symbolon.command.radiusserver.port.RadiusAnswer.Challenged;
import org.symbolon.command.radiusserver.port.RadiusClient;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.command.radiusserver.port.RadiusRequest;
import org.symbolon.command.radiusserver.port.RadiusState;
import org.symbolon.command.radiusserver.port.RadiusUnavailableException;
import org.symbolon.events.shared.Secret;

/**
 * What every RADIUS client promises. The server knows emma with the password {@link #PASSWORD}, and max, who is asked for
 * {@link #SECOND} after {@link #PASSWORD}; it lets echo in and repeats his password.
 */
abstract class RadiusClientContract {

    static final String PASSWORD = "Passwort+1/Grüße";
    static final String SECOND = "755224";

    abstract RadiusClient client();

    abstract RadiusPeer server();

    /** One with the same secret at whose port nobody listens. */
    abstract RadiusPeer deadServer();

    static RadiusRequest request(String user, String password) {
        return new RadiusRequest(user, Secret.of(password), "symbolon", Optional.empty());
    }

    private RadiusAnswer ask(String user, String password) {
        return client().ask(server(), request(user, password));
    }

    @Test
    void whoeverIsRightIsLetIn() {
        assertThat(ask("emma", PASSWORD)).isInstanceOf(RadiusAnswer.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "Passwort+1/Grüß", "Passwort+1/Grüße "})
    void whoeverIsWrongIsNot(String password) {
        assertThat(ask("emma", password)).isInstanceOf(RadiusAnswer.Rejected.class);
        assertThat(ask("eve", PASSWORD)).isInstanceOf(RadiusAnswer.Rejected.class);
    }

    @Test
    void aChallengeIsAnsweredWithItsState() {
        Challenged challenge = (Challenged) ask("max", PASSWORD);
        RadiusState state = challenge.state().orElseThrow();

        assertThat(challenge.message()).isEqualTo("Second value, bitte schön");
        assertThat(client().ask(server(), new RadiusRequest("max", Secret.of(SECOND), "symbolon", Optional.of(state))))
                .isInstanceOf(RadiusAnswer.Accepted.class);
        assertThat(client().ask(server(), new RadiusRequest("max", Secret.of("1"), "symbolon", Optional.of(state))))
                .isInstanceOf(RadiusAnswer.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 64, 127, 128})
    void aPasswordOfEachLengthIsCarried(int length) {
        assertThat(ask("echo", "p".repeat(length))).isEqualTo(new RadiusAnswer.Accepted("p".repeat(length)));
    }

    @Test
    void whatRadiusCannotCarryIsRejected() {
        assertThat(ask("echo", "p".repeat(129))).isEqualTo(new RadiusAnswer.Rejected(""));
        assertThat(ask("echo", "ü".repeat(65))).isEqualTo(new RadiusAnswer.Rejected(""));
        assertThat(ask("", PASSWORD)).isEqualTo(new RadiusAnswer.Rejected(""));
        assertThat(ask("u".repeat(254), PASSWORD)).isEqualTo(new RadiusAnswer.Rejected(""));
    }

    @Test
    void aServerThatIsNotThereIsNamedAndItsSecretIsNot() {
        RadiusPeer dead = deadServer();

        assertThatExceptionOfType(RadiusUnavailableException.class)
                .isThrownBy(() -> client().ask(dead, request("emma", PASSWORD)))
                .withMessageStartingWith("The RADIUS server " + dead.host() + ":" + dead.port() + " ")
                .withMessageNotContaining(dead.secret().reveal())
                .withNoCause();
    }

    @Test
    void anotherSecretIsNoAnswer() {
        RadiusPeer server = server();
        RadiusPeer wrong =
                new RadiusPeer(server.host(), server.port(), Secret.of("other"), Duration.ofMillis(500), 1, true);

        assertThatExceptionOfType(RadiusUnavailableException.class)
                .isThrownBy(() -> client().ask(wrong, request("emma", PASSWORD)));
    }
}
