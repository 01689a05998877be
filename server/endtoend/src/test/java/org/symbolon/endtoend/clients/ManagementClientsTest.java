package org.symbolon.endtoend.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** How the programs that people manage tokens with talk, recorded from each of them, and what each needs of the answer. */
@WireTest
class ManagementClientsTest {

    private static final String REALM = "managementclients";
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private Tenant tenant;
    private int port;
    private Program browser;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        port = server.port();
        tenant = Tenant.create(server, REALM, folder, 3);
        for (String serial : List.of("MANAGED1", "MANAGED2", "MANAGED3")) {
            assertThat(tenant.enrol(serial, "user1", "genkey", "1").status()).isEqualTo(200);
        }
        browser = program(BROWSER).with("Accept", "application/json, text/plain, */*");
    }

    private Program program(String userAgent) {
        return new Program(port, "User-Agent", userAgent);
    }

    private static String token(Answer loggedIn) {
        return (String) loggedIn.valueMap().get("token");
    }

    private Program administrator() {
        Answer loggedIn = browser.json(
                "/auth",
                "{'username': '%s', 'password': '%s', 'realm': '', 'transaction_id': ''}"
                        .formatted(InProcessServer.ADMIN, InProcessServer.ADMIN_PASSWORD));
        assertThat(loggedIn.status()).as(loggedIn.body()).isEqualTo(200);
        return browser.with("Authorization", token(loggedIn));
    }

    @Test
    void eduMfasLogInPageAsksWhetherOneCanRegisterBeforeAnybodyHasLoggedIn() {
        assertValue(browser.get("/register"), "false");
    }

    /** Its dashboard wants numbers alone, and asks for pages of no tokens. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&assigned=False",
                "&active=False",
                "&infokey=tokenkind&infovalue=software",
                "&infokey=tokenkind&infovalue=hardware"
            })
    void eduMfasDashboardCountsTokens(String filter) {
        Program administrator = administrator();
        ApiClient other = tenant.admin();
        int all = other.get("/token/?pagesize=10000" + filter).rows("tokens").size();

        Answer counted = administrator.get("/token/?pagesize=0" + filter);

        assertThat(counted.status()).as(counted.body()).isEqualTo(200);
        assertThat(counted.valueMap()).containsEntry("count", all).containsEntry("current", 1);
        assertThat(counted.rows("tokens")).hasSize(Math.min(all, 15));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realm/",
                "/resolver/?editable=1",
                "/policy/defs",
                "/system/",
                "/event/",
                "/event/available",
                "/periodictask/",
                "/periodictask/nodes/",
                "/smsgateway/providers",
                "/token/challenges/",
                "/user/editable_attributes/?user=user1&realm=managementclients&resolver=managementclients",
                "/audit/?timelimit=1h&page=1&page_size=10"
            })
    void whatEduMfasWebInterfaceAsksOnItsPagesIsAnswered(String question) {
        Answer answer = administrator().get(question);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.result()).containsEntry("status", true);
    }

    @Test
    void aUserOfEduMfasWebInterfaceLogsInWithAnEmptyTransaction() {
        Answer loggedIn = browser.json(
                "/auth",
                "{'username': 'user1@%s', 'password': '%s', 'realm': '', 'transaction_id': ''}"
                        .formatted(REALM, PasswdFile.PASSWORD));

        assertThat(loggedIn.valueMap()).containsEntry("role", "user").containsEntry("realm", REALM);
        assertThat(browser.with("Authorization", token(loggedIn))
                        .get("/token/?pagesize=15&page=1&sortby=serial&sortdir=asc")
                        .valueMap())
                .containsEntry("count", 3);
    }

    /** It sends its log-in token in a header of its own beside the usual one. */
    @Test
    void privacyideaadmSendsItsLogInTokenTwice() {
        Program tool = program("privacyideaadm");
        String jwt = token(tool.form(
                "/auth", "username=" + InProcessServer.ADMIN + "&password=" + InProcessServer.ADMIN_PASSWORD));
        Program loggedIn = tool.with("PI-Authorization", jwt, "Authorization", jwt);

        assertThat(loggedIn.get("/token/?serial=MANAGED2").valueMap()).containsEntry("count", 1);
        assertThat(loggedIn.form("/token/disable", "serial=MANAGED2").value()).isEqualTo(1);
        assertThat(loggedIn.get("/machine/authitem/ssh?hostname=nosuch.managed").errorCode())
                .isEqualTo(601);
    }

    /** It names no realm beside a user: his name says it, or the default realm. */
    @Test
    void theProviderOfEduMfaForKeycloakEnrolsWithoutARealm() {
        Program keycloak = program("eduMFA-Keycloak");
        String jwt = token(keycloak.form(
                "/auth", "username=" + InProcessServer.ADMIN + "&password=" + InProcessServer.ADMIN_PASSWORD));
        Program service = keycloak.with("Authorization", jwt);

        assertThat(service.get("/token/?user=user2@" + REALM).valueMap()).containsEntry("count", 0);
        Answer enrolled = service.form("/token/init", "user=user2%2540" + REALM + "&genkey=1&type=totp");
        assertThat((Map<?, ?>) enrolled.detail().get("googleurl"))
                .extracting("img")
                .asString()
                .startsWith("data:image/png;base64,");
        assertThat(service.get("/token/?user=user2@" + REALM).valueMap()).containsEntry("count", 1);
    }
}
