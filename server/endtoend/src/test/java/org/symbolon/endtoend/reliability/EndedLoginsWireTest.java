package org.symbolon.endtoend.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.cli.admin.Administrators;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;

/** What somebody did who had been an administrator: he went on with the log-in that he had. */
class EndedLoginsWireTest {

    private static final String PASSWORD = "Once-Secret-5";

    @TempDir
    private static Path folder;

    private static InProcessServer server;

    @BeforeAll
    static void start() {
        server = InProcessServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Administrators administrators() {
        return server.bean(Administrators.class);
    }

    private static ApiClient administrator(String name) {
        administrators().add(name, PASSWORD, "");
        ApiClient client = ApiClient.loggedIn(server.port(), name, PASSWORD);
        assertThat(client.get("/token/").status()).isEqualTo(200);
        return client;
    }

    private static void assertEnded(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo(4305);
    }

    @Test
    void theLogInsOfAnAdministratorEndWhenHeIsRemoved() {
        ApiClient client = administrator("removed");
        administrators().remove("removed");
        assertEnded(client.get("/token/"));
        administrators().add("removed", "Other-Secret-6", "");
        assertEnded(client.get("/token/"));
    }

    @Test
    void andWhenHisPasswordIsChanged() {
        ApiClient client = administrator("changed");
        administrators().changePassword("changed", "Other-Secret-6");
        assertEnded(client.get("/token/"));
        assertThat(ApiClient.loggedIn(server.port(), "changed", "Other-Secret-6")
                        .get("/token/")
                        .status())
                .isEqualTo(200);
    }

    private static void allow(ApiClient admin, String policy, String actions, String administrator) {
        Answer stored = admin.post(
                "/policy/" + policy, "scope", "admin", "action", actions, "adminuser", administrator, "realm", "");
        assertThat(stored.status()).as(stored.body()).isEqualTo(200);
    }

    @Test
    void whoHasNoRightToItReadsNeitherPoliciesNorSettings() {
        ApiClient admin = server.admin();
        ApiClient helpdesk = administrator("helpdesk");
        admin.post("/system/setConfig", "secretPlan", "42", "openPlan", "43", "openPlan.type", "public");
        String all = "policywrite, policydelete, policyread, configread";
        allow(admin, "all", all, InProcessServer.ADMIN);
        allow(admin, "helpdesk", "enable", "helpdesk");

        Answer check = helpdesk.get("/policy/check", "user", "a", "realm", "b", "scope", "admin", "action", "enable");
        assertThat(check.status()).isEqualTo(403);
        assertThat(helpdesk.get("/system/").valueMap())
                .containsEntry("openPlan", "43")
                .doesNotContainKey("secretPlan");
        assertThat(helpdesk.get("/system/secretPlan").value()).isNull();
        assertThat(admin.get("/system/").valueMap()).containsEntry("secretPlan", "42");

        allow(admin, "helpdesk", "configread, policyread", "helpdesk");
        assertThat(helpdesk.get("/system/secretPlan").value()).isEqualTo("42");
        assertThat(helpdesk.get("/policy/check", "user", "a", "realm", "b", "scope", "admin", "action", "enable")
                        .status())
                .isEqualTo(200);
        admin.delete("/policy/helpdesk");
        admin.delete("/policy/all");
    }
}
