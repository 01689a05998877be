package org.symbolon.endtoend.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** The documentation of the set-up. */
@WireTest
class SystemReportWireTest {

    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
    }

    @Test
    void theReportTellsHowTheServerIsSetUp() {
        admin.post("/system/setConfig", "report.setting", "*bold* `code` last_", "report.empty", "");
        admin.post("/resolver/report", "type", "passwdresolver", "fileName", "/etc/passwd");
        admin.post("/realm/report", "resolvers", "report");
        admin.post(
                "/policy/report",
                "scope",
                "user",
                "action",
                "enable, otppin=1",
                "realm",
                "report",
                "client",
                "10.0.0.1");

        Answer answer = admin.get("/system/documentation");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/plain;charset=utf-8");
        assertThat(answer.body())
                .startsWith("Symbolon\n========\n\n* **Node**: tested\n* **Date**: 20")
                .contains("\nSettings of the server\n----------------------\n\n")
                .contains("* **symbolon.node**: tested\n")
                .contains("\nAdministrators\n--------------\n\n* **", "* **admin**: (empty)\n")
                .contains("\nRealms of administrators\n------------------------\n\nNone.\n")
                .contains("* **report.setting**: \\*bold\\* \\`code\\` last\\_\n")
                .contains("* **report.empty**: (empty)\n")
                .contains(
                        "\nResolver report\n~~~~~~~~~~~~~~~\n\n* **Type**: passwdresolver\n* **fileName**: /etc/passwd\n")
                .contains("\nRealm report\n~~~~~~~~~~~~\n\n* **Default**: ")
                .contains("* **Resolvers**: report\n")
                .contains("\nPolicy report\n~~~~~~~~~~~~~\n\n* **In use**: yes\n")
                .contains("* **Scope**: user\n* **Action**: enable, otppin=1\n* **Realms**: report\n")
                .contains("* **Clients**: 10.0.0.1\n");

        admin.delete("/policy/report");
        admin.delete("/realm/report");
        admin.delete("/resolver/report");
        admin.delete("/system/report.setting");
        admin.delete("/system/report.empty");
    }

    @Test
    void secretsAreCensored() {
        admin.post("/system/setConfig", "report.secret", "Secret-of-report", "report.secret.type", "password");
        String[] entries = {"type", "passwdresolver", "BINDPW", "Secret-of-report", "type.BINDPW", "password"};
        admin.post("/resolver/reportsecret", entries);

        String report = admin.get("/system/documentation").body();

        assertThat(report)
                .contains("* **report.secret**: \\_\\_CENSORED\\_\\_\n", "* **BINDPW**: \\_\\_CENSORED\\_\\_\n")
                .doesNotContain("Secret-of-report");

        admin.delete("/resolver/reportsecret");
        admin.delete("/system/report.secret");
    }
}
