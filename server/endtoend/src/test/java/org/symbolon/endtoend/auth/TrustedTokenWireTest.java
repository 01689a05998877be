package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.api.kernel.JsonText;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.Tenant;

/** Log-in tokens that somebody else has issued whom the server trusts: whoever they name is there with his own rights and no others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustedTokenWireTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String BAD_SIGNATURE =
            "Authentication failure. Error during decoding your token: Signature verification failed";

    private PolicyServer server;
    private Tenant tenant;
    private ECKey issuer;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, JOSEException {
        issuer = new ECKeyGenerator(Curve.P_256).generate();
        Path file = folder.resolve("trusted.json");
        Files.writeString(file, JsonText.write(List.of(entry("admin", "partner"), entry("user", "policed"))));
        server = PolicyServer.start(folder, 4, "--symbolon.trusted-jwt=" + file);
        tenant = server.tenant();
        tenant.enrol("TRUST1", "user1", "type", "spass", "pin", "one");
        tenant.enrol("TRUST2", "user2", "type", "spass", "pin", "two");
        allow("partners", "tokenlist", "adminrealm", "partner");
        allow("policy0", "*", "adminuser", InProcessServer.ADMIN);
    }

    /** The first policy of the server gives everybody all rights, so that one is written anew. */
    private void allow(String policy, String action, String who, String name) {
        String[] rule = {"scope", "admin", "action", action, "realm", "", who, name};
        Answer saved = tenant.admin().post("/policy/" + policy, rule);
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Map<String, Object> entry(String role, String realm) throws JOSEException {
        String key = Base64.getEncoder().encodeToString(issuer.toECPublicKey().getEncoded());
        return Map.of(
                "public_key",
                "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----",
                "algorithm",
                "ES256",
                "username",
                role.equals("user") ? "user[0-9]|ghost" : "svc-.*",
                "role",
                role,
                "realm",
                realm);
    }

    private ApiClient bearing(ECKey key, String name, String role, String realm, Duration life) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader(JWSAlgorithm.ES256),
                    new JWTClaimsSet.Builder()
                            .claim("username", name)
                            .claim("role", role)
                            .claim("realm", realm)
                            .expirationTime(Date.from(Instant.now().plus(life)))
                            .build());
            token.sign(new ECDSASigner(key));
            return tenant.anyone().bearing(token.serialize());
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private ApiClient user(String name) {
        return bearing(issuer, name, "user", "policed", MINUTE);
    }

    private ApiClient partner(String name) {
        return bearing(issuer, name, "admin", "partner", MINUTE);
    }

    @Test
    void anAdministratorHasTheRightsThatPoliciesGiveHimAndIsAudited() {
        ApiClient partner = partner("svc-lists");

        assertThat(partner.get("/token/", "serial", "TRUST*").rows("tokens")).hasSize(2);
        assertRefusal(
                partner.post("/token/disable/TRUST1"),
                403,
                303,
                "Admin actions are defined, but the action disable is not allowed!");
        assertThat(tenant.admin().get("/audit/", "administrator", "svc-lists").rows("auditdata"))
                .extracting(row -> row.get("action"))
                .containsExactly("POST /token/disable/<serial>", "GET /token/");
    }

    @Test
    void aUserReachesWhatIsHisOwn() {
        ApiClient user = user("user1");

        assertThat(user.get("/token/").rows("tokens"))
                .extracting(row -> row.get("serial"))
                .containsExactly("TRUST1");
        assertValue(user.post("/token/description/TRUST1", "description", "mine"), "1");
        assertThat(user.post("/token/disable/TRUST2").status()).isEqualTo(404);
        assertThat(user.get("/policy/").status()).isEqualTo(401);
        assertRefusal(user("ghost").get("/token/"), 400, 904, "ERR904: User <ghost@policed> does not exist.");
    }

    @Test
    void nobodyElseCanBeNamed() {
        assertRefusal(
                user("root").get("/token/"),
                401,
                403,
                "Authentication failure. The username root is not allowed to impersonate via JWT.");
        String elsewhere =
                "Authentication failure. Error during decoding your token: Role, realm or resolver doesn't match";
        assertRefusal(bearing(issuer, "user1", "admin", "policed", MINUTE).get("/token/"), 401, 4304, elsewhere);
        assertRefusal(bearing(issuer, "svc-a", "admin", "", MINUTE).get("/token/"), 401, 4304, elsewhere);
    }

    @Test
    void aForgedOrOldTokenIsNone() throws JOSEException {
        ECKey other = new ECKeyGenerator(Curve.P_256).generate();

        assertRefusal(bearing(other, "user1", "user", "policed", MINUTE).get("/token/"), 401, 4304, BAD_SIGNATURE);
        assertRefusal(
                bearing(issuer, "user1", "user", "policed", MINUTE.negated()).get("/token/"),
                401,
                4305,
                "Authentication failure. Your token has expired: Signature has expired");
    }

    @Test
    void whoLogsOutIsOut() {
        ApiClient user = user("user3");
        assertThat(user.get("/token/").status()).isEqualTo(200);

        assertValue(user.delete("/auth"), "true");

        assertRefusal(user.get("/token/"), 401, 4305, "Authentication failure. Your token has been revoked.");
        assertThat(bearing(issuer, "user3", "user", "policed", MINUTE.plusSeconds(5))
                        .get("/token/")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void itIsNoKeyOfAProgram() {
        String policy = server.policy("authorization", "api_key_required", "user2");

        assertRefusal(
                partner("svc-radius").post("/validate/check", "user", "user2", "realm", "policed", "pass", "two"),
                403,
                303,
                "A correct JWT was passed, but it was no API key.");

        tenant.admin().delete("/policy/" + policy);
    }
}
