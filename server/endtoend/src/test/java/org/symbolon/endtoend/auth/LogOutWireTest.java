package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.api.kernel.ServerKeys;
import org.symbolon.api.kernel.login.LoginTokens;
import org.symbolon.app.maintenance.Janitor;
import org.symbolon.command.auth.RevokeLogin;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;
import org.symbolon.projections.auth.RevokedLogins;

/** Who has logged out is out: the log-in token that he had counts no more. */
@WireTest
class LogOutWireTest {

    private static final String REVOKED = "Authentication failure. Your token has been revoked.";

    private InProcessServer server;
    private ApiClient anyone;

    @BeforeAll
    void prepare(InProcessServer shared, Path folder) {
        server = shared;
        anyone = shared.anonymous();
        Tenant.create(shared, "logout", folder, 2);
    }

    @Test
    void anAdministratorLogsOutOfOneLogInAndNoOther() {
        ApiClient leaving = server.admin();
        ApiClient staying = server.admin();

        assertValue(leaving.delete("/auth"), "true");

        assertRefusal(leaving.get("/realm/"), 401, 4305, REVOKED);
        assertRefusal(leaving.delete("/auth"), 401, 4305, REVOKED);
        assertThat(staying.get("/realm/").status()).isEqualTo(200);
        assertThat(leaving.get("/validate/polltransaction/1").status())
                .as("a route that asks for no log-in")
                .isEqualTo(200);
    }

    @Test
    void aUserLogsOut() {
        ApiClient user = ApiClient.loggedIn(server.port(), "user1@logout", PasswdFile.PASSWORD);
        assertThat(user.get("/token/").status()).isEqualTo(200);

        assertValue(user.delete("/auth"), "true");

        assertRefusal(user.get("/token/"), 401, 4305, REVOKED);
        Map<String, Object> row = server.admin()
                .get("/audit/", "action", "DELETE /auth", "user", "user1", "realm", "logout")
                .rows("auditdata")
                .get(0);
        assertThat(row).containsEntry("success", 1).containsEntry("resolver", "logout");
    }

    @Test
    void whoIsNotLoggedInCannotLogOut() {
        assertRefusal(anyone.delete("/auth"), 401, 4033, "Authentication failure. Missing Authorization header.");
        String key = tokens().issueApiKey("program", "API", LoginTokens.VALIDATE, Duration.ofDays(1));
        assertRefusal(
                anyone.bearing(key).delete("/auth"),
                401,
                4306,
                "Authentication failure. You do not have the necessary role (['user', 'admin']) to access this"
                        + " resource!");
    }

    private LoginTokens tokens() {
        return new LoginTokens(server.bean(ServerKeys.class).loginTokenKey(), Clock.systemUTC());
    }

    @Test
    void aLogInWithoutANonceIsRevokedAllTheSame() throws JOSEException {
        for (String nonce : List.of("", "n".repeat(129))) {
            ApiClient leaving = anyone.bearing(signed(nonce, 3600));
            ApiClient staying = anyone.bearing(signed(nonce, 7200));
            assertThat(leaving.get("/realm/").status()).isEqualTo(200);

            assertValue(leaving.delete("/auth"), "true");

            assertRefusal(leaving.get("/realm/"), 401, 4305, REVOKED);
            assertThat(staying.get("/realm/").status()).isEqualTo(200);
        }
    }

    private String signed(String nonce, int seconds) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .claim("username", InProcessServer.ADMIN)
                        .claim("realm", "")
                        .claim("role", LoginTokens.ADMIN)
                        .claim("nonce", nonce)
                        .expirationTime(Date.from(Instant.now().plusSeconds(seconds)))
                        .build());
        token.sign(new MACSigner(server.bean(ServerKeys.class).loginTokenKey()));
        return token.serialize();
    }

    @Test
    void theJanitorForgetsWhatHasEndedByItself() {
        CommandSender commands = server.bean(CommandSender.class);
        commands.sendAs("test", new RevokeLogin("logout-old", Instant.now().minusSeconds(301)));
        commands.sendAs("test", new RevokeLogin("logout-new", Instant.now().plusSeconds(301)));

        server.bean(Janitor.class).cleanUp();

        assertThat(rows()).contains("logout-new").doesNotContain("logout-old");
        assertThat(server.bean(RevokedLogins.class).contains("logout-new")).isTrue();
        assertThat(server.bean(RevokedLogins.class).contains("logout-old")).isFalse();
        assertThat(commands.sendAs("test", new RevokeLogin("logout-old", Instant.now())))
                .as("whether it counted until now")
                .isEqualTo(false);
    }

    private List<String> rows() {
        return server.jdbc()
                .sql("select nonce from rm.jwt_blacklist")
                .query(String.class)
                .list();
    }
}
