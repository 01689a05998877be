package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Statements;
import org.symbolon.endtoend.harness.Tenant;

/** Policies on a server of its own, that trusts a web server in front and whose statements are listened to. */
class LoginPolicyServerTest {

    private static final String REALM = "front";
    private static final Statements STATEMENTS = new Statements();

    @TempDir
    private static Path folder;

    private static InProcessServer server;
    private static Tenant tenant;
    private static PoliciesInUse policies;

    @BeforeAll
    static void start() {
        server = InProcessServer.start(
                folder,
                InProcessServer.installed(folder),
                "tested",
                STATEMENTS::listenTo,
                "--symbolon.remote-user-proxies=127.0.0.1");
        tenant = Tenant.create(server, REALM, folder, 10);
        policies = new PoliciesInUse(tenant.admin(), "front");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void endPolicies() {
        policies.end();
    }

    private static Answer remoteLogIn(String remoteUser, String username) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/auth"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Remote-User", remoteUser)
                .POST(BodyPublishers.ofString("realm=front&username=" + username))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return Answer.of(response);
    }

    @Test
    @ShowsEffect("webui/remote_user")
    void whomAWebServerInFrontHasCheckedIsLetInWherePoliciesSaySo() throws IOException, InterruptedException {
        assertThat(remoteLogIn("user1", "user1").status()).isEqualTo(401);
        policies.use("webui", "remote_user=allowed", "realm", REALM, "user", "user1, user2");
        policies.use("webui", "login_mode=disable", "realm", REALM, "user", "user2");

        Answer answer = remoteLogIn("user1", "user1");

        assertThat(answer.valueMap()).containsEntry("username", "user1").containsEntry("role", "user");
        String claims = ((String) answer.valueMap().get("token")).split("\\.", -1)[1];
        assertThat(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
                .contains("\"authtype\":\"remote_user \"");
        assertThat(remoteLogIn("user2", "user1").status()).isEqualTo(401);
        assertThat(remoteLogIn("user3", "user3").status()).isEqualTo(401);
        assertThat(remoteLogIn("user2", "user2").status()).isEqualTo(403);
        assertThat(remoteLogIn("admin", "admin").status()).isEqualTo(401);
    }

    /** What a log-in does in the background comes in batches, which lock their rows, so that only the statements of the request are looked at. */
    private static List<String> statementsOf(String user, String pass) {
        STATEMENTS.forget();
        assertThat(tenant.check(user, pass).isAccepted()).isTrue();
        return STATEMENTS
                .on(List.of("token", "tokenowner", "tokeninfo", "tokenrealm", "mfa_audit", "authcache"))
                .stream()
                .filter(sql -> sql.startsWith("select") && !sql.endsWith("for no key update"))
                .toList();
    }

    @Test
    void aHundredPoliciesCostAPlainLogInNoStatement() {
        Device device = Device.random(new SplittableRandom());
        tenant.enrol("FRONT1", "user5", "type", "hotp", "otpkey", device.seed(), "pin", "pin");
        tenant.check("user5", "pin" + device.otp(0));
        for (int number = 0; number < 20; number++) {
            String realm = number % 2 == 0 ? REALM : "other" + number;
            String[] about = {"realm", realm, "user", "user" + (number + 3)};
            policies.use("authentication", "challenge_response=hotp, reset_all_user_tokens", "realm", "other" + number);
            policies.use("authentication", "otppin=tokenpin, passOnNoToken, passthru, challenge_text=Hello", about);
            policies.use("authorization", "authorized=grant_access, add_resolver_in_response", about);
            policies.use("authorization", "auth_max_fail=3/1h, last_auth=1d", "realm", "elsewhere" + number);
            policies.use("webui", "login_mode=eduMFA", about);
        }

        assertThat(statementsOf("user5", "pin" + device.otp(1))).isEmpty();
        assertThat(STATEMENTS.all()).as("statements are listened to").isNotEmpty();
    }
}
