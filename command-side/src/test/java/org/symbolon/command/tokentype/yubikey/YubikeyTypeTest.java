package org.symbolon.command.tokentype.yubikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.LoginEndpoint;
import org.symbolon.command.tokentype.LoginEndpoint.Wish;
import org.symbolon.command.tokentype.Requests;
import org.symbolon.command.tokentype.Sought;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeCall;
import org.symbolon.command.tokentype.Views;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

/** Values of Yubikeys are right once, and none before one that was used. */
class YubikeyTypeTest {

    private static final String KEY = "000102030405060708090a0b0c0d0e0f";
    private static final String CLIENT_KEY = "AAECAwQFBgcICQoLDA0ODxAREhM=";
    private static final Instant NOW = Instant.parse("2026-11-30T22:00:00.045Z");
    private static final SoftYubikey DEVICE = new SoftYubikey(KEY);

    private final YubikeyType type = new YubikeyType();
    private final FakeSettings settings = new FakeSettings().with("yubikey.apiid.87", CLIENT_KEY);
    private final Circumstances now = new Circumstances(NOW, settings, Chance.seeded(1));

    private TokenView token(String key, long next, Map<String, String> shown) {
        return Views.of(type, Secret.of(key), 44, next, 10, 1000, shown);
    }

    private Judgement judge(TokenView token, String typed) {
        return type.judge(token, Credential.of(Secret.of(typed)), now);
    }

    @ParameterizedTest
    @CsvSource({
        "000102030405060708090a0b0c0d0e0f, 010203040506, llnnrrttuuvvvbjbnginfrrurjlbrckfjngbvtuiftru, 256",
        "000102030405060708090a0b0c0d0e0f, 010203040506, llnnrrttuuvvvtnbngubuhgjcglgkruldbkkegtnhele, 257",
        "000102030405060708090a0b0c0d0e0f, 010203040506, llnnrrttuuvvnfcldtjltlftgrchcgirgblbltduurrk, 512",
        "ecde18dbe76fbd0c33330f1c354871db, 8792ebfe26cc, dteffujehknhfjbrjnlnldnhcujvddbikngjrtgh, 4881"
    })
    void publishedValuesAreRead(String key, String privateId, String typed, long counter) {
        int begin = typed.length() - 32;
        StateChange learned = StateChange.counter(counter + 1)
                .with("yubikey.prefix", typed.substring(0, begin))
                .with("yubikey.tokenid", privateId);

        assertThat(judge(token(key, 0, Map.of()), typed)).isEqualTo(Judgement.right(learned));
        assertThat(judge(token(key, counter, Map.of()), typed)).isEqualTo(Judgement.right(learned));
        assertThat(judge(token(key, counter + 1, Map.of()), typed)).isEqualTo(Judgement.wrong(true));
        assertThat(judge(token(key, counter + 2, Map.of()), typed)).isEqualTo(Judgement.wrong(false));
    }

    @Test
    void theDeviceOfTheseTestsTypesWhatIsPublished() {
        assertThat(DEVICE.typed(1, 1, 0x1010, 0xbeef)).isEqualTo("llnnrrttuuvvvtnbngubuhgjcglgkruldbkkegtnhele");
        assertThat(DEVICE.typed(2, 0, 0x203, 1)).isEqualTo("llnnrrttuuvvnfcldtjltlftgrchcgirgblbltduurrk");
    }

    @Test
    void letterCaseDoesNotCount() {
        String shouted = DEVICE.typed(3, 0).toUpperCase(Locale.ROOT);

        assertThat(judge(token(KEY, 0, Map.of()), shouted))
                .isEqualTo(judge(token(KEY, 0, Map.of()), DEVICE.typed(3, 0)));
    }

    @Test
    void whatIsKnownOfTheDeviceMustFit() {
        String typed = DEVICE.typed(4, 2);

        assertThat(judge(token(KEY, 0, Map.of("yubikey.tokenid", "010203040507")), typed))
                .isEqualTo(Judgement.WRONG);
        assertThat(judge(token(KEY, 0, Map.of("yubikey.tokenid", "010203040506", "yubikey.prefix", "cc")), typed))
                .isEqualTo(Judgement.right(StateChange.counter(4 * 256 + 3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "llnnrrttuuvv",
                "llnnrrttuuvvcccccccccccccccccccccccccccccccc",
                "llnnrrttuuvvvbjbnginfrrurjlbrckfjngbvtuiftrv",
                "llnnrrttuuvvxbjbnginfrrurjlbrckfjngbvtuiftru",
                "1234llnnrrttuuvvvbjbnginfrrurjlbrckfjngbvtuiftru",
                "cccccccccccccccccccccccccccccccccvbjbnginfrrurjlbrckfjngbvtuiftru"
            })
    void whatNoSuchDeviceTypesIsWrong(String typed) {
        assertThat(judge(token(KEY, 0, Map.of()), typed)).isEqualTo(Judgement.WRONG);
    }

    @Test
    void aTokenWithoutASoundKeyIsNeverRight() {
        assertThat(judge(token("0102", 0, Map.of()), DEVICE.typed(1, 0))).isEqualTo(Judgement.WRONG);
    }

    /** Whatever comes in whatever order: none twice, none that is older, and no counter moves for a wrong one. */
    @Test
    void noValueIsRightTwiceInAnyOrder() {
        Random random = new Random(11);
        for (int round = 0; round < 50; round++) {
            TokenView token = token(KEY, 0, Map.of());
            Set<Integer> accepted = new HashSet<>();
            int latest = -1;
            for (int attempt = 0; attempt < 40; attempt++) {
                int use = random.nextInt(20);
                Judgement judged = judge(token, DEVICE.typed(use / 4, use % 4, attempt, attempt));
                boolean fresh = use > latest;
                assertThat(judged instanceof Judgement.Right).isEqualTo(fresh);
                assertThat(accepted.contains(use) && fresh).isFalse();
                if (fresh) {
                    accepted.add(use);
                    latest = use;
                    Map<String, String> shown = new HashMap<>();
                    shown.put("yubikey.tokenid", "010203040506");
                    token = token(KEY, judged.change().counter(), shown);
                } else {
                    assertThat(judged.change()).isEqualTo(StateChange.NONE);
                }
            }
        }
    }

    @Test
    void aValueFindsItsTokenAsLongAsItIsNotUsedUp() {
        Sought sought = new Sought(Secret.of(DEVICE.typed(2, 0)), NOW, settings, null);

        assertThat(type.find(token(KEY, 512, Map.of()), sought)).isPresent();
        assertThat(type.find(token(KEY, 513, Map.of()), sought)).isEmpty();
        assertThat(type.find(token("0f".repeat(16), 0, Map.of()), sought)).isEmpty();
    }

    @Test
    void aKeyIsGivenWithOrWithoutBlanksOrMadeHere() {
        EnrolmentStep given = type.enrol(Requests.with("otpkey", "00 01 0203 0405060708090A0B0C0D0E0F"));
        EnrolmentStep made = type.enrol(Requests.with("genkey", "1", "otplen", "48"));

        assertThat(given.secret()).isEqualTo(Secret.of(KEY));
        assertThat(given.otpLength()).isEqualTo(44);
        assertThat(given.tokenKind()).isEqualTo("hardware");
        assertThat(made.secret().length()).isEqualTo(32);
        assertThat(made.otpLength()).isEqualTo(48);
    }

    @Test
    void aTokenThatIsEnrolledAnewKnowsNothingOfTheFormerDevice() {
        TokenView former = token(KEY, 7, Map.of("yubikey.tokenid", "010203040506", "yubikey.prefix", "cc"));
        EnrolmentStep anew =
                type.enrol(Requests.step(Requests.with("genkey", "1", "yubikey.prefix", "DDEE"), former, null));

        assertThat(former.state().renewedBy(anew.state()).entries()).isEqualTo(Map.of("yubikey.prefix", "ddee"));
    }

    @ParameterizedTest
    @CsvSource({
        "otpkey, 0001, Parameter 'otpkey' must have 32 hexadecimal digits",
        "otpkey, x00102030405060708090a0b0c0d0e0f, Parameter 'otpkey' must have 32 hexadecimal digits",
        "otplen, 44, Missing parameter: 'otpkey'"
    })
    void anUnsoundKeyIsRefused(String name, String value, String message) {
        assertThatThrownBy(() -> type.enrol(Requests.with(name, value)))
                .isInstanceOf(Refusal.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"yubikey.prefix, aa", "yubikey.tokenid, 0102", "otplen, 31", "otplen, 65"})
    void whatNoDeviceCanHaveIsRefused(String name, String value) {
        assertThatThrownBy(() -> type.enrol(Requests.with("genkey", "1", name, value)))
                .isInstanceOf(Refusal.class);
    }

    private LoginEndpoint endpoint() {
        return (LoginEndpoint) type.endpoint().orElseThrow();
    }

    private String answered(String... fields) {
        TypeCall call = call(fields);
        assertThat(endpoint().wish(call, now)).isEmpty();
        return endpoint().answer(call, Optional.empty(), now).document().text();
    }

    private static TypeCall call(String... fields) {
        Map<String, String> parameters = new HashMap<>(Map.of("ttype", "yubikey"));
        for (int i = 0; i < fields.length; i += 2) {
            parameters.put(fields[i], fields[i + 1]);
        }
        return new TypeCall("GET", parameters);
    }

    @Test
    void aSignatureIsThatOfThePublishedExample() {
        String otp = "c".repeat(44);
        TypeCall signed =
                call("id", "87", "nonce", "0123456789abcdef0123", "otp", otp, "h", "KxIoyKwzhFjcJXwKO4G2YeQVyuY=");

        assertThat(endpoint().wish(signed, now))
                .contains(new Wish("yubikey.prefix", List.of("c".repeat(12)), Secret.of(otp)));
        assertThat(endpoint().answer(signed, true, now).document().text())
                .startsWith("nonce=0123456789abcdef0123\notp=" + otp
                        + "\nstatus=OK\ntimestamp=2026-11-30T22:00:00Z0045\nh=");
    }

    @Test
    void aCallThatIsNoLogInIsToldWhy() {
        String otp = "c".repeat(44);

        assertThat(answered("id", "87", "otp", otp)).contains("nonce=\n", "status=MISSING_PARAMETER\n");
        assertThat(answered("id", "88", "otp", otp, "nonce", "n"))
                .contains("status=NO_SUCH_CLIENT\n")
                .endsWith("h=\n");
        assertThat(answered("id", "87", "otp", otp, "nonce", "n", "h", "AAAA")).contains("status=BAD_SIGNATURE\n");
        assertThat(answered("id", "87", "otp", "cc", "nonce", "n")).contains("status=BAD_OTP\n");
    }

    /** Whoever could end a line could sign what he likes. */
    @Test
    void aLineThatIsRepeatedCannotEnd() {
        String told = answered("id", "87", "otp", "c".repeat(44), "nonce", "n\nstatus=OK");

        assertThat(told).contains("nonce=\n", "status=MISSING_PARAMETER\n").doesNotContain("status=OK");
    }

    @Test
    void aPinMayStandBeforeThePublicId() {
        List<String> found = new ArrayList<>();
        endpoint()
                .wish(call("id", "87", "otp", "secretPIN" + DEVICE.typed(1, 0), "nonce", "n"), now)
                .ifPresent(wish -> found.addAll(wish.values()));

        assertThat(found).containsExactly("secretpinllnnrrttuuvv", "tpinllnnrrttuuvv", "llnnrrttuuvv");
    }
}
