package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.api.kernel.ServerKeys;
import org.symbolon.api.kernel.login.LoginTokens;
import org.symbolon.cli.admin.Administrators;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** How administrators and users log in, what their tokens are worth, and that a user reaches only what is his own. */
@WireTest
class AuthWireTest {

    private static final String REALM = "auth";
    private static final String NOT_FOUND = "The requested token could not be found.";

    private static final String ADMIN_RIGHTS = words(
            """
            adduser assign auditlog auditlog_age auditlog_download caconnectordelete caconnectorread
            caconnectorwrite certificate_trusted_Attestation_CA_path clienttype configdelete configread configwrite
            copytokenpin copytokenuser daypassword_force_server_generate daypassword_hashlib daypassword_otplen
            daypassword_timestep delete delete_custom_user_attributes deleteuser disable edumfaserver_read
            edumfaserver_write enable enroll4EYES enrollAPPLSPEC enrollCERTIFICATE enrollDAPLUG enrollDAYPASSWORD
            enrollEDUPUSH enrollEMAIL enrollHOTP enrollINDEXEDSECRET enrollMOTP enrollOCRA enrollPAPER
            enrollPASSKEY enrollPUSH enrollPW enrollQUESTION enrollRADIUS enrollREGISTRATION enrollREMOTE enrollSMS enrollSPASS enrollSSHKEY
            enrollTAN enrollTIQR enrollTOTP enrollU2F enrollVASCO enrollWEBAUTHN enrollYUBICO enrollYUBIKEY
            enrollpin eventhandling_read eventhandling_write events_read feed_read feed_write fetch_authentication_items getchallenges getrandom
            getserial hide_audit_columns hide_tokeninfo hotp_2step hotp_hashlib hotp_otplen importtokens
            indexedsecret_force_attribute losttoken machinelist manage_machine_tokens managesubscription
            mresolverdelete mresolverread mresolverwrite otp_pin_contents otp_pin_maxlength otp_pin_minlength
            otp_pin_set_random periodictask_read periodictask_write policydelete policyread policywrite
            radiusclient_read radiusclient_write radiusserver_read radiusserver_write reset resolverdelete resolverread resolverwrite resync revoke
            serviceid_add serviceid_delete serviceid_list set set_custom_user_attributes set_hsm_password
            setdescription setpin setrandompin settokeninfo sms_gateways smsgateway_read smsgateway_write
            smtpserver_read smtpserver_write spass_otp_pin_contents spass_otp_pin_maxlength spass_otp_pin_minlength
            statistics_delete statistics_read system_documentation tokengroup_add tokengroup_delete tokengroup_list
            tokengroups tokenlist tokenrealms totp_2step totp_hashlib totp_otplen totp_timeshift totp_timestep
            triggerchallenge unassign updateuser userlist
            """);

    private static final String USER_RIGHTS = words(
            """
            assign auditlog auditlog_age certificate_trusted_Attestation_CA_path daypassword_force_server_generate
            daypassword_hashlib daypassword_otplen daypassword_timestep delete delete_custom_user_attributes
            disable enable enrollAPPLSPEC enrollCERTIFICATE enrollDAYPASSWORD enrollEDUPUSH enrollEMAIL enrollHOTP
            enrollINDEXEDSECRET enrollMOTP enrollPAPER enrollPASSKEY enrollPUSH enrollQUESTION enrollRADIUS enrollSMS
            enrollSPASS enrollSSHKEY enrollTAN enrollTIQR enrollTOTP enrollU2F enrollWEBAUTHN enrollYUBICO enrollYUBIKEY
            enrollpin hide_audit_columns hide_tokeninfo hotp_2step hotp_force_server_generate hotp_hashlib
            hotp_otplen indexedsecret_force_attribute otp_pin_contents otp_pin_maxlength otp_pin_minlength
            otp_pin_set_random password_reset reset resync revoke set_custom_user_attributes setdescription setpin
            setrandompin sms_gateways spass_otp_pin_contents spass_otp_pin_maxlength spass_otp_pin_minlength
            totp_2step totp_force_server_generate totp_hashlib totp_otplen totp_timeshift totp_timestep unassign
            updateuser userlist
            """);

    private InProcessServer server;
    private Tenant tenant;
    private ApiClient anyone;
    private ApiClient user;

    private static String words(String text) {
        return "['" + String.join("', '", text.strip().split("\\s+")) + "']";
    }

    @BeforeAll
    void prepare(InProcessServer shared, Path folder) {
        server = shared;
        tenant = Tenant.create(shared, REALM, folder, 4);
        anyone = tenant.anyone();
        shared.bean(Administrators.class).add("auth-admin", "Auth-Secret-1", "");
        user = ApiClient.loggedIn(shared.port(), "user1@auth", PasswdFile.PASSWORD);
        tenant.enrol("AUTH1", "user1", "type", "spass", "pin", "own");
        tenant.enrol("AUTH2", "user2", "type", "spass", "pin", "other");
        tenant.admin().post("/token/init", "type", "spass", "serial", "AUTH3");
    }

    private static String loggedIn(String username, String realm, String role, String rights, String menus) {
        return """
                {'token': '~eyJ[-_A-Za-z0-9]+[.]eyJ[-_A-Za-z0-9]+[.][-_A-Za-z0-9]{43}', 'username': '%s', 'realm': '%s',
                 'role': '%s', 'rights': %s, 'menus': %s, 'log_level': 20,
                 'logout_time': 120, 'audit_page_size': 10, 'token_page_size': 15, 'user_page_size': 15,
                 'policy_template_url':
                     'https://raw.githubusercontent.com/edumfa/policy-templates/main/templates/',
                 'default_tokentype': 'hotp', 'user_details': false, 'token_wizard': false, 'token_wizard_2nd': false,
                 'admin_dashboard': false, 'dialog_no_token': false, 'search_on_enter': false, 'hide_welcome': false,
                 'hide_buttons': false, 'deletion_confirmation': false, 'show_seed': false,
                 'timeout_action': 'lockscreeen', 'token_rollover': {}, 'show_node': '', 'subscription_status': 3,
                 'subscription_status_push': 3, 'qr_image_android': null, 'qr_image_ios': null,
                 'qr_image_custom': null, 'logout_redirect_url': '', 'require_description': []}
                """
                .formatted(username, realm, role, rights, menus);
    }

    @Test
    void localAdministratorsLogIn() {
        String menus = "['tokens', 'users', 'machines', 'config', 'audit', 'components']";

        assertValue(
                anyone.post("/auth", "username", "auth-admin", "password", "Auth-Secret-1"),
                loggedIn("auth-admin", "", "admin", ADMIN_RIGHTS, menus));
    }

    @Test
    void usersLogInWithTheirResolversPassword() {
        String expected = loggedIn("user1", REALM, "user", USER_RIGHTS, "['tokens', 'users', 'audit']");

        assertValue(anyone.post("/auth", "username", "user1@auth", "password", PasswdFile.PASSWORD), expected);
        assertValue(
                anyone.post("/auth", "username", "user1", "realm", "AUTH", "password", PasswdFile.PASSWORD), expected);
        assertValue(
                anyone.post(
                        "/auth",
                        "application/json",
                        "{\"username\": \"auth\\\\user1\", \"password\": \"%s\"}"
                                .formatted(PasswdFile.PASSWORD)
                                .getBytes(StandardCharsets.UTF_8)),
                expected);
    }

    @Test
    void whoeverFailsToLogInIsToldNothingMore() {
        String[][] wrong = {
            {"username", "auth-admin", "password", "wrong"},
            {"username", "auth-admin"},
            {"username", "auth-admin", "password", ""},
            {"username", "user1@auth", "password", "wrong"},
            {"username", "user1@auth"},
            {"username", "nobody@auth", "password", PasswdFile.PASSWORD},
            {"username", "nobody", "password", PasswdFile.PASSWORD}
        };
        for (String[] parameters : wrong) {
            assertRefusal(
                    anyone.post("/auth", parameters), 401, 4031, "Authentication failure. Wrong credentials", "{}");
        }
    }

    @Test
    void aNameIsNeededAndARealmMustExist() {
        assertRefusal(anyone.post("/auth", "password", "x"), 401, 4032, "Authentication failure. Missing Username");
        assertRefusal(
                anyone.post("/auth", "username", "", "password", "x"),
                401,
                4032,
                "Authentication failure. Missing Username");
        assertRefusal(
                anyone.post("/auth", "username", "auth-admin", "realm", "nowhere", "password", "Auth-Secret-1"),
                401,
                4031,
                "Authentication failure. Unknown realm: nowhere.");
    }

    @Test
    void rightsNameTheTypesThatMayBeEnrolled() {
        String types =
                """
                {'edupush': 'eduMFA push: Confirm log-ins in the eduMFA app on a smartphone.',
                 'push': 'PUSH: Confirm log-ins in the privacyIDEA app on a smartphone.',
                 'hotp': 'HOTP: Event based One Time Passwords.', 'totp': 'TOTP: Time based One Time Passwords.',
                 'passkey': 'Passkey: Log in with a key that a device keeps, without a name.',
                 'webauthn': 'WebAuthn: Enroll a Web Authentication token.',
                 'radius': 'RADIUS: Lets a RADIUS server decide about each log-in.',
                 'email': 'EMail: Send a One Time Password to the users email address.',
                 'sms': 'SMS: Send a One Time Password to the users mobile phone.',
                 'applspec': 'Application Specific Password: A fixed password for one service.',
                 'daypassword': 'DayPassword: Time based passwords that can be used as often as one likes for a day.',
                 'motp': 'mOTP: Classical Mobile One Time Passwords.', 'tan': 'TAN: TANs printed on a sheet of paper.',
                 'paper': 'PPR: One Time Passwords printed on a sheet of paper.',
                 'indexedsecret': 'IndexedSecret: Challenge some characters of a secret of the user.',
                 'sshkey': 'SSH Public Key: The public SSH key of a user.',
                 'question': 'Questionnaire: Enroll Questions for the user.', 'spass': 'SPass: Simple Pass token. Static passwords.',
                 'certificate': 'Certificate: Enroll an x509 Certificate Token.',
                 'tiqr': 'TiQR: Enroll a TiQR token.', 'u2f': 'U2F: Enroll a U2F token.',
                 'yubico': 'Yubikey Cloud mode: Has the service of Yubico check what a Yubikey types.',
                 'yubikey': 'Yubikey AES mode: One Time Passwords with Yubikey.'}
                """;

        String forAdministrators =
                """
                {'registration': 'Registration: A token with a code that is good for one log-in, and is gone afterwards.',
                 'remote': 'Remote: Lets another server of this kind decide about each log-in.',
                 '4eyes': '4Eyes Token: Use tokens of two or more users to authenticate.'}
                """;

        assertValue(tenant.admin().get("/auth/rights"), ExpectedJson.overlaid(types, forAdministrators));
        assertValue(user.get("/auth/rights"), types);
    }

    @Test
    void withoutALogInTokenNobodyGetsIn() {
        for (Answer answer : List.of(
                anyone.get("/token/"), anyone.post("/token/init"), anyone.get("/auth/rights"), anyone.get("/realm/"))) {
            assertRefusal(answer, 401, 4033, "Authentication failure. Missing Authorization header.");
        }
    }

    @Test
    void aLogInTokenMustBeOne() {
        String prefix = "Authentication failure. Error during decoding your token: ";
        String good = token("admin", LoginTokens.ADMIN);
        List<String> parts = List.of(good.split("[.]", -1));
        Map<String, String> reasons = Map.of(
                "garbage",
                "Not enough segments",
                "Bearer " + good,
                "Invalid header padding",
                parts.get(0) + "." + parts.get(1) + "." + forged(parts.get(2)),
                "Signature verification failed",
                unsigned() + "." + parts.get(1) + ".",
                "The specified alg value is not allowed");

        reasons.forEach(
                (token, reason) -> assertRefusal(anyone.bearing(token).get("/token/"), 401, 4304, prefix + reason));
    }

    /** Never the signature itself, whatever it begins with. */
    private static String forged(String signature) {
        return (signature.startsWith("A") ? "B" : "A") + signature.substring(1);
    }

    private static String unsigned() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
    }

    private String token(String name, String role) {
        return new LoginTokens(server.bean(ServerKeys.class).loginTokenKey(), Clock.systemUTC())
                .issue(name, "", role, "password", List.of());
    }

    @Test
    void aLogInTokenEndsAfterAnHour() {
        byte[] key = server.bean(ServerKeys.class).loginTokenKey();
        Clock late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-61));
        String expired = new LoginTokens(key, late).issue("admin", "", LoginTokens.ADMIN, "password", List.of());

        assertRefusal(
                anyone.bearing(expired).get("/token/"),
                401,
                4305,
                "Authentication failure. Your token has expired: Signature has expired");
        Clock inTime = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-59));
        String valid = new LoginTokens(key, inTime).issue("admin", "", LoginTokens.ADMIN, "password", List.of());
        assertThat(anyone.bearing(valid).get("/token/").status()).isEqualTo(200);
    }

    @Test
    void theRoleMustFit() {
        String message = "Authentication failure. You do not have the necessary role (%s) to access this resource!";

        for (Answer answer : List.of(
                user.get("/realm/"),
                user.post("/system/setConfig", "a", "b"),
                user.post("/token/set/AUTH1", "max_failcount", "1"),
                user.post("/token/info/AUTH1/key", "value", "x"),
                user.get("/audit/audit.csv"),
                user.post("/user/", "user", "x", "resolver", "auth"))) {
            assertRefusal(answer, 401, 4306, message.formatted("['admin']"));
        }
        assertRefusal(
                anyone.bearing(token("program", LoginTokens.VALIDATE)).get("/token/"),
                401,
                4306,
                message.formatted("['user', 'admin']"));
    }

    @Test
    void aUserReachesNoTokenButHisOwn() {
        for (String serial : List.of("AUTH2", "AUTH3", "NOWHERE")) {
            for (Answer answer : List.of(
                    user.post("/token/disable/" + serial),
                    user.post("/token/enable", "serial", serial, "user", "user2", "realm", REALM),
                    user.post("/token/revoke/" + serial),
                    user.post("/token/reset/" + serial),
                    user.post("/token/unassign", "serial", serial),
                    user.post("/token/setpin/" + serial, "otppin", "x"),
                    user.post("/token/resync/" + serial, "otp1", "1", "otp2", "2"),
                    user.post("/token/description/" + serial, "description", "mine"),
                    user.get("/token/" + serial + "/history"),
                    user.delete("/token/" + serial))) {
                assertRefusal(answer, 404, 601, NOT_FOUND);
            }
        }
        assertThat(tenant.check("user2", "other").isAccepted()).isTrue();
    }

    @Test
    void aUserListsHisOwnTokensWhateverHeAsksFor() {
        Answer all = user.get("/token/", "user", "user2", "realm", REALM, "assigned", "true");

        assertThat(all.rows("tokens")).extracting(row -> row.get("serial")).containsExactly("AUTH1");
        assertValue(
                user.get("/token/", "serial", "AUTH2"),
                "{'count': 0, 'current': 1, 'next': null, 'prev': null, 'tokens': []}");
    }

    @Test
    void aUserActsForHimselfWhateverHeSays() {
        ApiClient third = ApiClient.loggedIn(server.port(), "user3@auth", PasswdFile.PASSWORD);

        third.enrolHotp(
                "AUTH4", Device.random(new SplittableRandom()).seed(), "pin", "user", "user2", "realm", "nowhere");

        assertThat(tenant.admin().get("/token/", "serial", "AUTH4").rows("tokens"))
                .extracting(row -> row.get("username"), row -> row.get("user_realm"))
                .containsExactly(tuple("user3", REALM));
        assertValue(third.post("/token/disable", "user", "user2"), "1");
    }

    @Test
    void aUserManagesHisOwnTokens() {
        assertValue(
                user.post("/token/init", "type", "spass", "serial", "AUTH5", "pin", "mine"),
                "true",
                """
                {'serial': 'AUTH5', 'otpkey': {'description': 'OTP seed', 'img': '~data:image/png;base64,.+',
                                               'value': '~seed://[0-9a-f]{40}'}}
                """);
        assertValue(user.post("/token/disable/AUTH5"), "1");
        assertValue(user.post("/token/enable", "serial", "AUTH5"), "1");
        assertValue(user.post("/token/setpin/AUTH5", "otppin", "other"), "1");
        assertThat(tenant.check("user1", "other", "serial", "AUTH5").isAccepted())
                .isTrue();
        assertValue(user.post("/token/reset/AUTH5"), "1");
        assertValue(user.post("/token/description/AUTH5", "description", "mine"), "1");
        assertValue(user.post("/token/unassign", "serial", "AUTH5"), "1");
        assertValue(user.post("/token/assign", "serial", "AUTH5"), "true");
        assertValue(user.post("/token/revoke/AUTH5"), "1");
        assertValue(user.delete("/token/AUTH5"), "1");
    }

    @Test
    void aUserTakesNoSerialOver() {
        String message = "ERR301: This token is already assigned to another user.";

        assertRefusal(user.post("/token/init", "type", "spass", "serial", "AUTH2", "pin", "x"), 400, 301, message);
        assertRefusal(user.post("/token/init", "type", "spass", "serial", "AUTH3", "pin", "x"), 400, 301, message);
        assertRefusal(
                user.post("/token/assign", "serial", "AUTH2"),
                400,
                1103,
                "ERR1103: Token already assigned to another user.");
    }

    @Test
    void aUserFindsOnlyHimself() {
        assertValue(
                user.get("/user/", "username", "*"),
                """
                [{'username': 'user1', 'userid': '1001', 'givenname': 'Given1', 'surname': 'Sur1',
                  'email': 'user1@example.org', 'mobile': '', 'phone': '',
                  'description': 'Given1 Sur1,,,,user1@example.org', 'resolver': 'auth', 'editable': false}]
                """);
    }

    @Test
    void aUserSeesPublicSettingsOnly() {
        tenant.admin().post("/system/setConfig", "auth.open", "1", "auth.open.type", "public", "auth.closed", "2");

        assertValue(user.get("/system/auth.open"), "'1'");
        assertValue(user.get("/system/auth.closed"), "null");
        assertThat(user.get("/system/").valueMap())
                .containsEntry("auth.open", "1")
                .containsEntry("PrependPin", "True")
                .doesNotContainKeys("auth.closed", "__timestamp__");
    }

    @Test
    void aUserSeesTheAuditOfHimself() {
        user.get("/token/");

        List<Map<String, Object>> rows =
                user.get("/audit/", "user", "user2", "page_size", "100").rows("auditdata");

        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row)
                .containsEntry("user", "user1")
                .containsEntry("realm", REALM)
                .containsEntry("resolver", REALM));
    }
}
