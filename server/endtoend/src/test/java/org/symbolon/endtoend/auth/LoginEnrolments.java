package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.ScannedCode;
import org.symbolon.endtoend.harness.Tenant;

/** Users who owe a token, and the log-ins by which they enrol it. */
abstract class LoginEnrolments {

    static final String REALM = "enrolledbylogin";
    static final String AUTHENTICATION = "authentication";
    static final String ENROLLMENT = "enrollment";
    static final String TEXT = "Please scan the QR code!";
    Tenant tenant;
    PoliciesInUse policies;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, REALM, folder, 40);
        policies = new PoliciesInUse(tenant.admin(), "enrolledbylogin");
    }

    @AfterEach
    void endPolicies() {
        policies.end();
    }

    void spass(String serial, String user) {
        assertThat(tenant.enrol(serial, user, "type", "spass", "pin", "pin").status())
                .isEqualTo(200);
    }

    String owing(String type, String user) {
        return policies.use(AUTHENTICATION, "enroll_via_multichallenge=" + type, "realm", REALM, "user", user);
    }

    Answer answer(String user, String value, Answer question) {
        return tenant.check(user, value, "transaction_id", transaction(question));
    }

    static String transaction(Answer question) {
        return (String) question.detail().get("transaction_id");
    }

    static String serial(Answer question) {
        return (String) question.detail().get("serial");
    }

    static Device scanned(Answer question) {
        return ScannedCode.of(question).device();
    }

    List<Map<String, Object>> tokens(String user, String type) {
        return tenant.admin()
                .get("/token/", "user", user, "realm", REALM, "type", type)
                .rows("tokens");
    }

    Map<String, Object> lastRow(String user) {
        return tenant.admin()
                .get("/audit/", "user", user, "realm", REALM, "action", "*/validate/*", "page_size", "1")
                .rows("auditdata")
                .get(0);
    }

    static void assertAsked(Answer answer) {
        assertThat(answer.result()).as(answer.body()).containsEntry("authentication", "CHALLENGE");
        assertThat(answer.message()).isEqualTo(TEXT);
    }

    static String question(String type, String before) {
        String one =
                """
                {'client_mode': 'interactive', 'message': '%s', 'serial': '~%s[0-9A-F]{8}', 'type': '%s',
                 'transaction_id': '~\\\\d{20}', 'image': '~data:image/png;base64,[A-Za-z0-9+/=]{100,}',
                 'link': '~otpauth://%s/.*'}
                """
                        .formatted(TEXT, type.equals("hotp") ? "OATH" : "TOTP", type, type);
        return ExpectedJson.overlaid(
                ExpectedJson.overlaid(before, one),
                """
                {'messages': ['%s'], 'multi_challenge': [%s], 'transaction_ids': ['~\\\\d{20}'],
                 'preferred_client_mode': 'interactive', 'enroll_via_multichallenge': true,
                 'enroll_via_multichallenge_optional': false}
                """
                        .formatted(TEXT, one));
    }
}
