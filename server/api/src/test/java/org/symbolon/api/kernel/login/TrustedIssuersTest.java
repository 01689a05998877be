package org.symbolon.api.kernel.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.events.shared.Caller;

/** Log-in tokens of others: which of them count, and above all which do not. */
class TrustedIssuersTest extends IssuedTokens {

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"})
    void aTokenCountsWithTheAlgorithmOfItsIssuer(String algorithm) {
        KeyPair keys = algorithm.startsWith("ES")
                ? pair(
                        "EC",
                        Curve.forJWSAlgorithm(JWSAlgorithm.parse(algorithm))
                                .iterator()
                                .next()
                                .toECParameterSpec())
                : rsa;
        LoginTokens tokens = tokens(entry("algorithm", algorithm, "public_key", pem(keys)));

        assertThat(tokens.verify(signed(algorithm, keys, claims())))
                .isEqualTo(new Caller.Administrator("svc-web", "partner"));
    }

    @Test
    void theServersOwnTokensCountAsBefore() {
        LoginTokens tokens = tokens(entry());

        String own = tokens.issue("admin", "", LoginTokens.ADMIN, "password", List.of());

        assertThat(tokens.verify(own)).isEqualTo(new Caller.Administrator("admin", ""));
    }

    @Test
    void withoutIssuersNoOtherTokenCounts() {
        LoginTokens tokens = new LoginTokens("key", Clock.fixed(NOW, ZoneOffset.UTC));

        assertRefused(
                () -> tokens.verify(rs256(claims())), 4304, UNDECODABLE + "The specified alg value is not allowed");
    }

    @Test
    void aUserIsNamedWithHisRealmAndResolver() {
        LoginTokens tokens = tokens(entry("role", "user", "resolver", "res1"));

        assertThat(tokens.verify(rs256(claims("role", "user", "resolver", "res1"))))
                .isEqualTo(new Caller.RealmUser("svc-web", "partner", "res1"));
    }

    @Test
    void aPublicKeyIsNoSharedSecret() throws JOSEException {
        LoginTokens tokens = tokens(entry());

        for (byte[] secret : Set.of(
                pem(rsa).getBytes(StandardCharsets.UTF_8), rsa.getPublic().getEncoded())) {
            String forged = signed(new JWSHeader(JWSAlgorithm.HS256), new MACSigner(secret), claims());
            assertRefused(() -> tokens.verify(forged), 4304, BAD_SIGNATURE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "HS384", "ES256", "PS256", "RS384", "rs256", "EdDSA", ""})
    void onlyTheAlgorithmOfTheEntryCounts(String algorithm) {
        String[] parts = rs256(claims()).split("\\.", -1);
        String header = "{\"alg\":\"" + algorithm + "\"}";
        String encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));
        LoginTokens tokens = tokens(entry());

        for (String signature : Set.of(parts[2], "")) {
            assertRefused(
                    () -> tokens.verify(encoded + "." + parts[1] + "." + signature),
                    4304,
                    UNDECODABLE + "The specified alg value is not allowed");
        }
    }

    @Test
    void theSameKeyCountsInNoOtherAlgorithm() {
        LoginTokens tokens = tokens(entry(), entry("algorithm", "PS256", "public_key", pem(otherRsa)));

        assertRefused(() -> tokens.verify(signed("PS256", rsa, claims())), 4304, BAD_SIGNATURE);
    }

    @Test
    void anotherKeyDoesNotCountWhateverTheTokenSaysOfIt() {
        LoginTokens tokens = tokens(entry());
        JWSHeader bringing = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .jwk(new RSAKey.Builder((RSAPublicKey) otherRsa.getPublic()).build())
                .keyID("the-key-of-the-server")
                .jwkURL(URI.create("https://evil.example.org/keys"))
                .build();

        String forged = signed(bringing, signer("RS256", otherRsa), claims());

        assertRefused(() -> tokens.verify(forged), 4304, BAD_SIGNATURE);
    }

    @Test
    void theNameOfAKeyIsNotLookedAt() {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("../../etc/passwd")
                .build();

        assertThat(tokens(entry()).verify(signed(header, signer("RS256", rsa), claims())))
                .isEqualTo(new Caller.Administrator("svc-web", "partner"));
    }

    @Test
    void whatATokenWantsToBeUnderstoodMustBe() {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .criticalParams(Set.of("b64"))
                .base64URLEncodePayload(true)
                .build();

        assertRefused(
                () -> tokens(entry()).verify(signed(header, signer("RS256", rsa), claims())), 4304, BAD_SIGNATURE);
    }

    @Test
    void changedClaimsDoNotCount() {
        String[] parts = rs256(claims()).split("\\.", -1);
        String other = rs256(claims("username", "svc-root")).split("\\.", -1)[1];

        assertRefused(() -> tokens(entry()).verify(parts[0] + "." + other + "." + parts[2]), 4304, BAD_SIGNATURE);
    }

    @Test
    void aTokenInATokenDoesNotCount() {
        String nested = rs256(rs256(claims()));

        assertRefused(
                () -> tokens(entry()).verify(nested),
                4304,
                UNDECODABLE + "Invalid payload string: must be a json object");
    }

    @Test
    void aTokenEnds() {
        LoginTokens tokens = tokens(entry());

        assertRefused(
                () -> tokens.verify(rs256(claims("exp", NOW.getEpochSecond()))),
                4305,
                "Authentication failure. Your token has expired: Signature has expired");
        for (Object end : new Object[] {null, "1795523746", true}) {
            assertRefused(
                    () -> tokens.verify(rs256(claims("exp", end))),
                    4304,
                    UNDECODABLE + "Expiration Time claim (exp) must be an integer.");
        }
    }

    @Test
    void aTokenBegins() {
        LoginTokens tokens = tokens(entry());

        for (Object begin : new Object[] {NOW.getEpochSecond() + 1, "now"}) {
            assertRefused(
                    () -> tokens.verify(rs256(claims("nbf", begin))),
                    4304,
                    UNDECODABLE + "The token is not yet valid (nbf)");
        }
        assertThat(tokens.verify(rs256(claims("nbf", NOW.getEpochSecond())))).isInstanceOf(Caller.Administrator.class);
    }

    @ParameterizedTest
    @CsvSource({"role, user", "role, validate", "realm, Partner", "realm, ''", "realm,", "role,", "resolver, res1"})
    void whatATokenNamesPeopleAsIsWhatTheEntrySays(String claim, String value) {
        assertRefused(
                () -> tokens(entry()).verify(rs256(claims(claim, value))),
                4304,
                UNDECODABLE + "Role, realm or resolver doesn't match");
    }

    @Test
    void whereTheEntrySaysItAllTheTokenNeedNot() {
        LoginTokens tokens = tokens(entry("static_data", true));

        assertThat(tokens.verify(rs256(claims("role", "user", "realm", null))))
                .isEqualTo(new Caller.Administrator("svc-web", "partner"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "svc-web2", "a svc-web", "svc-web\n", "SVC-WEB", "svc-"})
    void aNameMustFitAsAWhole(String name) {
        assertRefused(
                () -> tokens(entry()).verify(rs256(claims("username", name))),
                403,
                "Authentication failure. The username " + name + " is not allowed to impersonate via JWT.");
    }

    @Test
    void alternativesAreAnchoredTogether() {
        LoginTokens tokens = tokens(entry("username", "alice|bob"));

        assertThat(tokens.verify(rs256(claims("username", "bob"))))
                .isEqualTo(new Caller.Administrator("bob", "partner"));
        for (String name : Set.of("alice-2", "x-bob")) {
            assertRefused(
                    () -> tokens.verify(rs256(claims("username", name))),
                    403,
                    "Authentication failure. The username " + name + " is not allowed to impersonate via JWT.");
        }
    }

    @Test
    void theNameMayStandInAnotherClaim() {
        LoginTokens tokens = tokens(entry("claim", "sub", "username", ".*"));

        assertThat(tokens.verify(rs256(claims("sub", "alice", "username", "root"))))
                .isEqualTo(new Caller.Administrator("alice", "partner"));
        for (Object nobody : new Object[] {null, "", 7}) {
            assertRefused(
                    () -> tokens.verify(rs256(claims("sub", nobody))),
                    4304,
                    UNDECODABLE + "Token is missing the \"sub\" claim");
        }
    }

    @Test
    void aTokenForSomebodyElseDoesNotCount() {
        LoginTokens open = tokens(entry());
        LoginTokens ours = tokens(entry("aud", "symbolon"));
        String refusal = UNDECODABLE + "Audience doesn't match";

        assertRefused(() -> open.verify(rs256(claims("aud", "symbolon"))), 4304, refusal);
        assertRefused(() -> ours.verify(rs256(claims())), 4304, refusal);
        assertRefused(() -> ours.verify(rs256(claims("aud", "another"))), 4304, refusal);
        assertThat(ours.verify(rs256(claims("aud", "symbolon")))).isNotNull();
        assertThat(ours.verify(rs256(claims("aud", List.of("another", "symbolon")))))
                .isNotNull();
    }

    @Test
    void ofEntriesWithOneKeyTheFirstThatHasNoObjectionCounts() {
        LoginTokens tokens = tokens(entry("realm", "first"), entry(), entry("realm", "last"));

        assertThat(tokens.verify(rs256(claims()))).isEqualTo(new Caller.Administrator("svc-web", "partner"));
    }

    @Test
    void tokensOfOneIssuerAreToldApartWhateverTheySayOfThemselves() {
        LoginTokens tokens = tokens(entry());

        VerifiedLogin one = tokens.login(rs256(claims("nonce", "same")));
        VerifiedLogin two = tokens.login(rs256(claims("nonce", "same", "jti", "2")));

        assertThat(one.nonce()).isNotEqualTo(two.nonce()).isNotEqualTo("same");
    }
}
