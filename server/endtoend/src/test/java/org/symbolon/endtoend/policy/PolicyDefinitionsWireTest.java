package org.symbolon.endtoend.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** What web interfaces are told about policies. */
@WireTest
class PolicyDefinitionsWireTest {

    private static final String GATEWAY = "edumfa.lib.smsprovider.HttpSMSProvider.HttpSMSProvider";

    private Tenant tenant;
    private ApiClient admin;
    private ApiClient user;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, "definitions", folder, 2);
        admin = server.admin();
        user = ApiClient.loggedIn(server.port(), "user1@definitions", PasswdFile.PASSWORD);
        admin.post("/radiusserver/defs-radius", "server", "radius", "secret", "some");
        admin.post("/smtpserver/defs-mail", "server", "mail");
        admin.post("/smsgateway", "name", "defs-sms", "module", GATEWAY, "option.URL", "http://sms");
    }

    private Object definition(String scope, String action) {
        return admin.get("/policy/defs/" + scope).valueMap().get(action);
    }

    private List<String> offered(String scope, String action) {
        List<?> values = (List<?>) ExpectedJson.entry(definition(scope, action), "value");
        return values.stream().map(Object::toString).toList();
    }

    @Test
    void theScopesAreTheEightThatHaveActions() {
        Map<?, ?> definitions = admin.get("/policy/defs").valueMap();

        assertThat(definitions.keySet())
                .map(Object::toString)
                .containsExactlyInAnyOrder(
                        "admin", "user", "authentication", "authorization", "enrollment", "webui", "register", "token");
        assertThat(definitions.get("user"))
                .isEqualTo(admin.get("/policy/defs/user").valueMap());
        assertThat(definitions.get("register"))
                .isEqualTo(admin.get("/policy/defs/register").valueMap());
    }

    @Test
    void anActionIsDescribedByWhatItHas() {
        assertJson(
                definition("admin", "manage_machine_tokens"),
                """
                {'type': 'bool', 'desc': 'Attaches tokens to machines and detaches them.', 'group': 'machine',
                 'mainmenu': ['tokens', 'machines']}
                """);
        assertJson(
                definition("authentication", "otppin"),
                """
                {'type': 'str', 'group': 'pin', 'value': ['tokenpin', 'userstore', 'none'], 'default': 'tokenpin', 'desc':
                 'What is typed before a value: the PIN of the token, the password of its owner in his store, or nothing.'}
                """);
        assertJson(
                definition("user", "totp_timestep"),
                """
                {'type': 'int', 'group': 'totp', 'value': [30, 60],
                 'desc': 'For how many seconds a value of new tokens is good, whatever the request says.'}
                """);
        assertJson(
                definition("enrollment", "webauthn_relying_party_id"),
                """
                {'type': 'str', 'group': 'webauthn', 'required': true, 'desc': 'The domain that the tokens are for.'}
                """);
        assertJson(
                definition("enrollment", "certificate_request_subject_component"),
                """
                {'type': 'str', 'group': 'certificate', 'value': ['email', 'realm'], 'multiple': true,
                 'desc': 'What the subject of a request tells of the user.'}
                """);
        assertJson(
                definition("register", "registration_body"),
                "{'type': 'text', 'desc': 'What the mail says; `{regkey}` stands for the key.'}");
    }

    @Test
    void whatExistsIsOfferedToChooseFrom() {
        assertThat(offered("authorization", "setrealm")).contains("definitions");
        assertThat(offered("register", "resolver")).contains("definitions");
        assertThat(offered("register", "smtpconfig")).contains("defs-mail");
        assertThat(offered("authentication", "passthru")).contains("userstore", "defs-radius");
        assertThat(offered("admin", "sms_gateways")).contains("defs-sms");
        assertThat(offered("enrollment", "certificate_ca_connector")).isNotNull();
    }

    @Test
    void typesOfTokenBringActions() {
        Map<?, ?> ofAdmins = admin.get("/policy/defs/admin").valueMap();
        Map<?, ?> ofUsers = admin.get("/policy/defs/user").valueMap();

        assertThat(ofAdmins.get("enrollPW")).isNotNull();
        assertThat(ofUsers.get("enrollPW")).isNull();
        assertThat(ofUsers.get("enrollWEBAUTHN")).isNotNull();
        assertThat(ofUsers.get("spass_otp_pin_contents")).isNotNull();
        assertThat(ofUsers.get("hotp_otp_pin_contents")).isNull();
        assertThat(definition("enrollment", "4eyes_max_token_per_user")).isNotNull();
    }

    @Test
    void conditionsAreDescribed() {
        Map<?, ?> conditions = admin.get("/policy/defs/conditions").valueMap();

        assertThat(names(conditions.get("sections")))
                .containsExactlyInAnyOrder("userinfo", "token", "tokeninfo", "HTTP Request header", "HTTP Environment");
        assertThat(names(conditions.get("comparators")))
                .containsExactlyInAnyOrder(
                        "equals", "!equals", "contains", "!contains", "matches", "!matches", "in", "!in", "<", ">");
        assertJson(
                ExpectedJson.entry(conditions.get("comparators"), "<"),
                "{'description': 'true if the value of the key is a smaller whole number'}");
        assertThat(conditions).hasSize(2);
    }

    private static List<String> names(Object object) {
        return ((Map<?, ?>) object).keySet().stream().map(Object::toString).toList();
    }

    @Test
    void theNodesAreThoseOfPeriodicTasks() {
        Answer nodes = admin.get("/policy/defs/edumfanodes");

        assertThat(nodes.value()).isEqualTo(admin.get("/periodictask/nodes/").value());
        assertThat((List<?>) nodes.value()).isNotEmpty();
    }

    @Test
    void aScopeThatHasNoActionsIsNull() {
        assertValue(admin.get("/policy/defs/audit"), "null");
        assertValue(admin.get("/policy/defs/nowhere"), "null");
        assertValue(admin.get("/policy/defs/Admin"), "null");
    }

    @Test
    void onlyAdministratorsAreTold() {
        String text = "Authentication failure. You do not have the necessary role (['admin']) to access this resource!";
        assertRefusal(user.get("/policy/defs"), 401, 4306, text);
        assertRefusal(user.get("/policy/defs/user"), 401, 4306, text);
        assertThat(tenant.anyone().get("/policy/defs").status()).isEqualTo(401);
    }
}
