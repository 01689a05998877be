package org.symbolon.endtoend.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.symbolon.api.kernel.ServerKeys;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.Hidden;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;

/** The secrets that {@link SecrecyTest} uses, and whom it sends them as. */
final class Hoard {

    static final String MARK = "Mark-not-secret";
    static final String PIN = "Pin+7/Einhörn-a8";
    static final String SECOND_PIN = "Pin+8/Zweihörn-b9";
    static final String SEALED_PIN = "Pin+9/Neunhörn-c0";
    static final String USER_PIN = "UserPin+9/Dreihörn";
    static final String OFFICER_PIN = "OfficerPin+1/Vierhörn";
    static final String TOKEN_PASSWORD = "TokenPassword+2/Drache";
    static final String RESOLVER_PASSWORD = "ResolverPassword+3/Greif";
    static final String SERVER_PASSWORD = "ServerPassword+8/Einfalt-f4";
    static final String SETTING = "Setting+4/Phönix-c1";
    static final String SECOND_SETTING = "Setting+5/Basilisk-d2";
    static final String ADMIN_PASSWORD = "AdminPassword+6/Sphinx";
    static final String MISTYPED = "Mistyped+7/Chimäre-e3";
    static final String DEVICE_PIN = "DevicePin+8/Greif-f4";
    static final String EFFECT_CONTENT = "EffectContent+3/Undine-j8";
    static final String ANSWER = "Answer+5/Sphinx-k9";
    static final String CHALLENGE_VALUE = "ChallengeValue+9/Sirene-g5";
    static final String CACHED_PASSWORD = "CachedPassword+1/Nymphe-h6";
    static final String FILE_PASSWORD = "FilePassword+2/Kentaur-i7";
    static final String FILE_KEY = "00112233445566778899aabbccddeeff";
    static final int DIGITS = 10;

    final Device device;
    final Device totp;
    final Device never;
    final InProcessServer server;
    final ApiClient admin;
    final ApiClient anyone;
    private final List<Hidden> secrets = new ArrayList<>();

    Hoard(InProcessServer server, SplittableRandom random) {
        this.server = server;
        this.admin = server.admin();
        this.anyone = server.anonymous();
        this.device = Device.random(random);
        this.totp = Device.random(random);
        this.never = Device.random(random);
        hideWhatIsTyped();
    }

    List<Hidden> secrets() {
        return secrets;
    }

    void add(Hidden secret) {
        secrets.add(secret);
    }

    void hide(String name, String text) {
        secrets.add(Hidden.text(name, text));
    }

    void hideWhatTheServerHas(Path data) throws IOException {
        String line = Files.readString(data.resolve("master.key")).strip();
        ServerKeys keys = server.bean(ServerKeys.class);
        secrets.add(Hidden.bytes("master key", Base64.getDecoder().decode(line)));
        secrets.add(Hidden.bytes("key of log-in tokens", keys.loginTokenKey()));
        secrets.add(Hidden.bytes("key of answers", keys.responseKey().getEncoded()));
    }

    private void hideWhatIsTyped() {
        hide("PIN", PIN);
        hide("second PIN", SECOND_PIN);
        hide("PIN that is kept sealed", SEALED_PIN);
        hide("user PIN", USER_PIN);
        hide("security officer's PIN", OFFICER_PIN);
        hide("password of a token", TOKEN_PASSWORD);
        hide("password of a resolver", RESOLVER_PASSWORD);
        hide("PIN of a device that a handler enrols", DEVICE_PIN);
        hide("password of a server", SERVER_PASSWORD);
        hide("value that a challenge remembers", CHALLENGE_VALUE);
        hide("password of a cached log-in", CACHED_PASSWORD);
        hide("content of an effect", EFFECT_CONTENT);
        hide("answer to a question", ANSWER);
        hide("setting", SETTING);
        hide("second setting", SECOND_SETTING);
        hide("password of an administrator", ADMIN_PASSWORD);
        hide("password of the first administrator", InProcessServer.ADMIN_PASSWORD);
        hide("password of users", PasswdFile.PASSWORD);
        hide("mistyped secret", MISTYPED);
        secrets.add(Hidden.seed("seed", device.seed()));
        secrets.add(Hidden.seed("seed of a TOTP token", totp.seed()));
        secrets.add(Hidden.seed("seed that was refused", never.seed()));
        for (int counter = 0; counter < 12; counter++) {
            hide("value " + counter, otp(counter));
        }
    }

    String otp(long counter) {
        return device.otp(counter, DIGITS);
    }

    static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    Answer upload(String type, String file, String... more) {
        return admin.upload("/token/load/devices", file, with(more, "type", type));
    }

    static void succeed(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
    }

    static void accept(Answer answer) {
        assertThat(answer.isAccepted()).as("accepted").isTrue();
    }

    static void refuse(Answer answer) {
        assertThat(answer.status()).as("refused").isBetween(400, 499);
    }
}
