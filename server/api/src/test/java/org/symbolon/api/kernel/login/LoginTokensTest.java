package org.symbolon.api.kernel.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.events.shared.Caller;

class LoginTokensTest {

    private static final String KEY = "short";
    private static final String UNDECODABLE = "Authentication failure. Error during decoding your token: ";
    private static final Instant NOW = Instant.ofEpochSecond(1_795_523_686);
    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    private static final String CLAIMS =
            "{\"username\":\"admin\",\"realm\":\"\",\"role\":\"admin\",\"exp\":1795523700,\"rights\":[]}";

    private final LoginTokens tokens = at(NOW);

    @Test
    void issuedTokensNameTheirCaller() {
        String admin = tokens.issue("admin", "", LoginTokens.ADMIN, "password", List.of("enable"));
        String user = tokens.issue("alice", "gold", LoginTokens.USER, "password", List.of());
        String key = tokens.issueApiKey("radius", "API", LoginTokens.VALIDATE, Duration.ofDays(365));
        assertThat(tokens.verify(admin)).isEqualTo(new Caller.Administrator("admin", ""));
        assertThat(tokens.verify(admin)).isEqualTo(new Caller.Administrator("admin", ""));
        assertThat(tokens.verify(user)).isEqualTo(new Caller.RealmUser("alice", "gold", ""));
        assertThat(tokens.verify(key)).isEqualTo(new Caller.ApiKey("radius", "API"));
    }

    @Test
    void issuedTokensHaveTheClaimsOfEduMfa() {
        String token = tokens.issue("admin", "", LoginTokens.ADMIN, "password", List.of("enable"));
        String[] parts = token.split("\\.", -1);
        assertThat(decoded(parts[0])).contains("\"alg\":\"HS256\"", "\"typ\":\"JWT\"");
        assertThat(decoded(parts[1]))
                .contains("\"username\":\"admin\"", "\"realm\":\"\"", "\"role\":\"admin\"", "\"authtype\":\"password\"")
                .contains("\"rights\":[\"enable\"]", "\"exp\":1795527286")
                .containsPattern("\"nonce\":\"[0-9a-f]{40}\"");
    }

    @Test
    void tokensOfOtherProgramsUnderTheSameKeyAreAccepted() {
        assertThat(tokens.verify(token(HEADER, CLAIMS, KEY))).isEqualTo(new Caller.Administrator("admin", ""));
    }

    @Test
    void tokensExpireEvenWhenTheyAreRemembered() {
        Instant[] now = {NOW};
        LoginTokens moving = new LoginTokens(KEY, new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        });
        String token = moving.issue("admin", "", LoginTokens.ADMIN, "password", List.of());
        now[0] = NOW.plusSeconds(3599);
        assertThat(moving.verify(token)).isInstanceOf(Caller.Administrator.class);
        now[0] = NOW.plusSeconds(3600);
        assertRefused(moving, token, 4305, "Authentication failure. Your token has expired: Signature has expired");
    }

    @Test
    void aMissingHeaderIsRefused() {
        assertRefused(tokens, "", 4033, "Authentication failure. Missing Authorization header.");
    }

    @ParameterizedTest
    @CsvSource({
        "garbage, Not enough segments",
        "a.b, Not enough segments",
        "a.b.c, Invalid header padding",
        "e30.a.c, Invalid payload padding",
        "e30.e30.c, Invalid crypto padding",
        "e30.e30.e30, Algorithm not specified",
        "Zm9v.e30.e30, Invalid header string: must be a json object",
        "e!!30.e30.e30, Signature verification failed",
        "\u00fc.\u00fc.\u00fc, Signature verification failed",
        ".., Invalid header string: must be a json object"
    })
    void whatIsNoTokenIsRefusedWithTheReasonOfPython(String header, String reason) {
        assertRefused(tokens, header, 4304, UNDECODABLE + reason);
    }

    @Test
    void aBearerPrefixIsRefused() {
        assertRefused(tokens, "Bearer " + token(HEADER, CLAIMS, KEY), 4304, UNDECODABLE + "Invalid header padding");
    }

    @Test
    void foreignSignaturesAreRefused() {
        assertRefused(
                tokens, token(HEADER, CLAIMS, "not the key"), 4304, UNDECODABLE + "Signature verification failed");
        assertRefused(
                tokens,
                encoded(HEADER) + "." + encoded(CLAIMS) + ".",
                4304,
                UNDECODABLE + "Signature verification failed");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"none", "HS512", "RS256", "''", "hs256"})
    void otherAlgorithmsAreRefused(String algorithm) {
        String header = "{\"alg\":\"" + algorithm.replace("'", "") + "\"}";
        assertRefused(tokens, token(header, CLAIMS, KEY), 4304, UNDECODABLE + "The specified alg value is not allowed");
    }

    @Test
    void signedTokensWithoutTheNeededClaimsAreRefused() {
        for (String claims : List.of(
                "[]",
                "{}",
                "{\"exp\":\"x\"}",
                "{\"exp\":1795523700}",
                "{\"exp\":1795523700,\"username\":1,\"realm\":\"\",\"role\":\"admin\"}",
                "{\"exp\":1795523700,\"username\":\"a\",\"realm\":\"\",\"role\":\"root\"}",
                "{\"a\":\"\\u0000\"}")) {
            assertThatThrownBy(() -> tokens.verify(token(HEADER, claims, KEY)))
                    .as(claims)
                    .isInstanceOfSatisfying(
                            ApiException.class, e -> assertThat(e.code()).isEqualTo(4304));
        }
    }

    @Test
    void anEmptyKeyIsAMistake() {
        assertThatThrownBy(() -> new LoginTokens("", Clock.systemUTC())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLogInIsKnownByItsNonce() {
        String one = tokens.issue("admin", "", LoginTokens.ADMIN, "password", List.of());
        String two = tokens.issue("admin", "", LoginTokens.ADMIN, "password", List.of());
        assertThat(decoded(one.split("[.]", -1)[1]))
                .contains("\"nonce\":\"" + tokens.login(one).nonce() + "\"");
        assertThat(tokens.login(one).nonce()).isNotEqualTo(tokens.login(two).nonce());
        assertThat(tokens.login(one).expires()).isEqualTo(NOW.getEpochSecond() + 3600);
    }

    @Test
    void aLogInWithoutANonceIsKnownByWhatIsSignedHoweverTheSignatureIsWritten() {
        String token = token(HEADER, CLAIMS, KEY);
        String last = token.substring(token.length() - 1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        String next = alphabet.substring(alphabet.indexOf(last) + 1, alphabet.indexOf(last) + 2);
        String rewritten = token.substring(0, token.length() - 1) + next;
        assertThat(tokens.login(rewritten).nonce())
                .isEqualTo(tokens.login(token).nonce())
                .matches("[0-9a-f]{64}");
        String unusable = CLAIMS.replace("\"rights\"", "\"nonce\":\"" + "n".repeat(129) + "\",\"rights\"");
        assertThat(tokens.login(token(HEADER, unusable, KEY)).nonce()).matches("[0-9a-f]{64}");
    }

    private static void assertRefused(LoginTokens tokens, String header, int code, String text) {
        assertThatThrownBy(() -> tokens.verify(header))
                .hasMessage(text)
                .isInstanceOfSatisfying(ApiException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(401);
                    assertThat(refusal.code()).isEqualTo(code);
                });
    }

    private static LoginTokens at(Instant now) {
        return new LoginTokens(KEY, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static String token(String header, String claims, String key) {
        try {
            String signed = encoded(header) + "." + encoded(claims);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
