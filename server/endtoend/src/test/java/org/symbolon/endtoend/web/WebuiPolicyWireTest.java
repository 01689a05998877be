package org.symbolon.endtoend.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.cli.admin.Administrators;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** What policies of the web interface make of log-ins to the server itself. */
@WireTest
class WebuiPolicyWireTest {

    private static final String REALM = "webui";
    private static final String SCOPE = "webui";

    private final Device device = Device.random(new SplittableRandom());
    private Tenant tenant;
    private PoliciesInUse policies;

    /** The first realm of a server becomes its default realm, where local administrators count as users. */
    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, REALM, folder, 10);
        if (tenant.admin().get("/defaultrealm").valueMap().containsKey(REALM)) {
            tenant.admin().post("/realm/" + REALM + "-first", "resolvers", REALM);
            tenant.admin().post("/defaultrealm/" + REALM + "-first");
        }
        policies = new PoliciesInUse(tenant.admin(), "webui");
        server.bean(Administrators.class).add("webui-admin", "Webui-Secret-1", "");
    }

    @AfterEach
    void endPolicies() {
        policies.end();
    }

    private Answer logIn(String user, String password, String... more) {
        return tenant.anyone()
                .post("/auth", ApiClient.joined(more, "username", user, "realm", REALM, "password", password));
    }

    private Map<String, Object> settingsOf(String user) {
        return logIn(user, PasswdFile.PASSWORD).valueMap();
    }

    private Map<String, Object> adminsSettings() {
        return tenant.anyone()
                .post("/auth", "username", "webui-admin", "password", "Webui-Secret-1")
                .valueMap();
    }

    @Test
    @ShowsEffect({
        "webui/logout_time",
        "webui/audit_page_size",
        "webui/token_page_size",
        "webui/user_page_size",
        "webui/timeout_action",
        "webui/default_tokentype",
        "webui/logout_redirect",
        "webui/policy_template_url"
    })
    void valuesAreTold() {
        policies.use(SCOPE, "logout_time=300, audit_page_size=20, token_page_size=30, user_page_size=many");
        policies.use(SCOPE, "timeout_action=logout, default_tokentype=totp, logout_redirect=https://bye.example");
        policies.use(SCOPE, "policy_template_url=https://templates.example/", "realm", "elsewhere");

        assertThat(settingsOf("user1"))
                .containsEntry("logout_time", 300)
                .containsEntry("audit_page_size", 20)
                .containsEntry("token_page_size", 30)
                .containsEntry("user_page_size", 15)
                .containsEntry("timeout_action", "logout")
                .containsEntry("default_tokentype", "totp")
                .containsEntry("logout_redirect_url", "https://bye.example")
                .containsEntry("policy_template_url", "https://templates.example/")
                .containsEntry("show_node", "")
                .containsEntry("qr_image_android", null);
    }

    @Test
    @ShowsEffect({
        "webui/user_details",
        "webui/search_on_enter",
        "webui/hide_welcome_info",
        "webui/hide_buttons",
        "webui/deletion_confirmation",
        "webui/show_seed",
        "webui/show_node"
    })
    void flagsAreTold() {
        policies.use(SCOPE, "user_details, search_on_enter, hide_welcome_info, hide_buttons", "realm", REALM);
        policies.use(SCOPE, "deletion_confirmation, show_seed, show_node", "realm", REALM);

        assertThat(settingsOf("user1"))
                .containsEntry("user_details", true)
                .containsEntry("search_on_enter", true)
                .containsEntry("hide_welcome", true)
                .containsEntry("hide_buttons", true)
                .containsEntry("deletion_confirmation", true)
                .containsEntry("show_seed", true)
                .containsEntry("show_node", "tested");
        assertThat(adminsSettings()).containsEntry("user_details", false).containsEntry("show_node", "");
    }

    @Test
    @ShowsEffect({
        "webui/show_android_privacyidea_authenticator",
        "webui/show_ios_privacyidea_authenticator",
        "webui/show_custom_authenticator"
    })
    void appsAreShownAsPictures() {
        policies.use(SCOPE, "show_android_privacyidea_authenticator, show_ios_privacyidea_authenticator");
        policies.use(SCOPE, "show_custom_authenticator=https://app.example");

        Map<String, Object> settings = settingsOf("user1");

        assertThat(List.of("qr_image_android", "qr_image_ios", "qr_image_custom"))
                .extracting(settings::get)
                .allSatisfy(image -> assertThat((String) image).startsWith("data:image/png;base64,"))
                .doesNotHaveDuplicates();
    }

    @Test
    @ShowsEffect({"webui/tokenwizard", "webui/tokenwizard_2nd_token", "webui/dialog_no_token"})
    void whoHasNoTokenIsLedToOne() {
        policies.use(SCOPE, "tokenwizard, tokenwizard_2nd_token, dialog_no_token");
        tenant.enrol("WEB1", "user2", "type", "spass", "pin", "pin");

        assertThat(settingsOf("user1"))
                .containsEntry("token_wizard", true)
                .containsEntry("token_wizard_2nd", true)
                .containsEntry("dialog_no_token", true);
        assertThat(settingsOf("user2"))
                .containsEntry("token_wizard", false)
                .containsEntry("token_wizard_2nd", true)
                .containsEntry("dialog_no_token", false);
        assertThat(adminsSettings())
                .containsEntry("token_wizard", false)
                .containsEntry("token_wizard_2nd", false)
                .containsEntry("dialog_no_token", false);
    }

    @Test
    @ShowsEffect({"webui/admin_dashboard", "webui/token_rollover", "webui/indexedsecret_preset_attribute"})
    void administratorsHaveAnOverviewAndWhatIsAboutTokensNamesItsPolicies() {
        String hotp = policies.use(SCOPE, "admin_dashboard, token_rollover=hotp totp");
        String totp = policies.use(SCOPE, "token_rollover=totp", "priority", "2");
        policies.use(SCOPE, "indexedsecret_preset_attribute=pet", "realm", REALM);

        assertThat(settingsOf("user1"))
                .containsEntry("admin_dashboard", false)
                .containsEntry("indexedsecret_preset_attribute", "pet")
                .containsEntry("token_rollover", Map.of("hotp", List.of(hotp), "totp", List.of(hotp, totp)));
        assertThat(adminsSettings())
                .containsEntry("admin_dashboard", true)
                .doesNotContainKey("indexedsecret_preset_attribute");
    }

    @Test
    void policiesOfEnrolmentThatAWebInterfaceMustKnowAreTold() {
        policies.use("enrollment", "require_description=hotp", "realm", REALM);

        assertThat(settingsOf("user1")).containsEntry("require_description", List.of("hotp"));
        assertThat(adminsSettings()).containsEntry("require_description", List.of());
    }

    @Test
    @ShowsEffect("webui/login_mode")
    void usersLogInWithTheirTokensOrNotAtAll() {
        tenant.enrol("WEB2", "user3", "type", "hotp", "otpkey", device.seed(), "pin", "pin");
        policies.use(SCOPE, "login_mode=eduMFA", "realm", REALM, "user", "user3");
        policies.use(SCOPE, "login_mode=disable", "realm", REALM, "user", "user4");

        assertThat(logIn("user3", PasswdFile.PASSWORD).status()).isEqualTo(401);
        Answer answer = logIn("user3", "pin" + device.otp(0));
        assertThat(answer.valueMap()).containsEntry("username", "user3").containsKey("token");
        assertThat(answer.detail()).containsEntry("loginmode", "eduMFA").containsEntry("serial", "WEB2");
        assertRefusal(logIn("user4", PasswdFile.PASSWORD), 403, 303, "The login for this user is disabled.");
        assertThat(logIn("user5", PasswdFile.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void authorizationIsAskedForLogInsWithTokensToo() {
        tenant.enrol("WEB3", "user6", "type", "hotp", "otpkey", device.seed(), "pin", "pin");
        policies.use(SCOPE, "login_mode=eduMFA", "realm", REALM);
        policies.use("authorization", "tokentype=totp", "realm", REALM);

        assertRefusal(logIn("user6", "pin" + device.otp(0)), 403, 303, "Tokentype not allowed for authentication!");
        assertThat(logIn("user6", "pin" + device.otp(0)).status()).isEqualTo(401);
    }

    @Test
    void policiesThatPassPeopleThroughHoldHereToo() {
        policies.use(SCOPE, "login_mode=eduMFA", "realm", REALM);
        String policy = policies.use("authentication", "passthru", "realm", REALM);

        Answer answer = logIn("user7", PasswdFile.PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.message()).isEqualTo("against userstore due to '" + policy + "'");
        assertThat(logIn("user7", "wrong").status()).isEqualTo(401);
    }
}
