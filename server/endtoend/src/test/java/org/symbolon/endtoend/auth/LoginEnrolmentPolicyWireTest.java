package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.ScannedCode;
import org.symbolon.endtoend.harness.WireTest;

/** What other policies, and the place where somebody logs in, make of an enrolment that his log-in owes. */
@WireTest
class LoginEnrolmentPolicyWireTest extends LoginEnrolments {

    private static final String AUTHORIZATION = "authorization";

    @Test
    void theTokenIsLikeOneThatTheUserHasEnrolledHimself() {
        spass("EBL3", "user3");
        owing("totp", "user3");
        policies.use("user", "totp_otplen=8, totp_timestep=60", "realm", REALM, "user", "user3");
        String label = policies.use(
                ENROLLMENT, "tokenlabel={user}-{surname}, tokenissuer=Home, totp_force_app_pin", "user", "user3");

        Answer asked = tenant.check("user3", "pin");

        assertDecision(asked, "false", "CHALLENGE", question("totp", "{'otplen': 6}"));
        assertThat(ScannedCode.of(asked).text())
                .matches("otpauth://totp/user3-Sur3[?]secret=[A-Z2-7]{32}&period=60&digits=8&issuer=Home&pin=True");
        assertThat((String) lastRow("user3").get("policies")).contains(label);
        String value = scanned(asked).otp(System.currentTimeMillis() / 60_000, 8);
        assertThat(answer("user3", value, asked).isAccepted()).isTrue();
    }

    @Test
    void whoIsLetInWithoutATokenGetsOneTooAndIsNotLockedOutBeforeHeAnswers() {
        policies.use(AUTHENTICATION, "passthru", "realm", REALM, "user", "user8");
        policies.use(AUTHENTICATION, "passOnNoToken", "realm", REALM, "user", "user9");
        owing("HOTP", "user8");
        owing("HOTP", "user9");

        assertDecision(tenant.check("user8", PasswdFile.PASSWORD), "false", "CHALLENGE", question("hotp", "{}"));
        assertThat(tenant.check("user8", "wrong").isRejected()).isTrue();
        Answer again = tenant.check("user8", PasswdFile.PASSWORD);
        assertAsked(again);
        Device device = scanned(again);
        assertThat(answer("user8", device.otp(0), again).isAccepted()).isTrue();
        assertThat(tenant.check("user8", PasswdFile.PASSWORD).isAccepted()).isFalse();
        assertThat(tenant.check("user8", device.otp(1)).isAccepted()).isTrue();

        assertAsked(tenant.check("user9", "anything"));
        Answer asked = tenant.check("user9", "anything");
        assertThat(answer("user9", scanned(asked).otp(0), asked).isAccepted()).isTrue();
        assertThat(tenant.check("user9", "anything").isAccepted()).isFalse();
        assertThat(tokens("user9", "hotp")).hasSize(1);
    }

    @Test
    void aCachedLogInOwesTheTokenTooAndOneThatOwesItIsNotCached() {
        spass("EBL10", "user10");
        policies.use(AUTHENTICATION, "auth_cache=4h", "realm", REALM, "user", "user10");
        assertThat(tenant.check("user10", "pin").isAccepted()).isTrue();
        assertThat(tenant.check("user10", "pin").message()).isEqualTo("Authenticated by AuthCache.");
        owing("HOTP", "user10");
        Answer asked = tenant.check("user10", "pin");
        assertDecision(asked, "false", "CHALLENGE", question("hotp", "{}"));
        assertThat(answer("user10", scanned(asked).otp(0), asked).isAccepted()).isTrue();
        assertThat(tenant.check("user10", "pin").message()).isEqualTo("Authenticated by AuthCache.");

        spass("EBL11", "user11");
        policies.use(AUTHENTICATION, "auth_cache=4h", "realm", REALM, "user", "user11");
        owing("HOTP", "user11");
        assertAsked(tenant.check("user11", "pin"));
        Answer second = tenant.check("user11", "pin");
        assertDecision(second, "false", "CHALLENGE", question("hotp", "{'otplen': 6}"));
    }

    @Test
    void whereThereAreTooManyTokensNoneIsEnrolledAndNobodyKeptOut() {
        spass("EBL12", "user12");
        owing("HOTP", "user12");
        String limit = policies.use(ENROLLMENT, "max_token_per_user=1", "user", "user12");

        assertThat(tenant.check("user12", "pin").isAccepted()).isTrue();
        assertThat(tokens("user12", "hotp")).isEmpty();
        assertThat((String) lastRow("user12").get("policies")).contains(limit);

        policies.use(ENROLLMENT, "max_token_per_user=2, hotp_max_active_token_per_user=1", "user", "user12");
        assertAsked(tenant.check("user12", "pin"));
        assertAsked(tenant.check("user12", "pin"));
        assertThat(tokens("user12", "hotp")).hasSize(1);
    }

    @Test
    void aTypeThatDoesNotExistYetHasNoEffectNorHasOneThatNoLogInEnrols() {
        spass("EBL13", "user13");
        owing("VASCO", "user13");
        assertThat(tenant.check("user13", "pin").isAccepted()).isTrue();
        policies.end();
        owing("PW", "user13");
        assertThat(tenant.check("user13", "pin").isAccepted()).isTrue();
    }

    @Test
    void anIdentityProviderIsToldNothingOfTheUserAndARadiusServerSeesARefusal() {
        spass("EBL14", "user14");
        owing("HOTP", "user14");
        String[] logIn = {"user", "user14", "realm", REALM, "pass", "pin"};

        assertDecision(
                tenant.anyone().post("/validate/samlcheck", logIn),
                "{'auth': false, 'attributes': {}}",
                "CHALLENGE",
                question("hotp", "{'otplen': 6}"));
        tenant.admin().delete("/token/" + tokens("user14", "hotp").get(0).get("serial"));

        Answer radius = tenant.anyone().post("/validate/radiuscheck", logIn);
        assertThat(radius.status()).isEqualTo(400);
        assertThat(radius.body()).isEmpty();
        assertThat(lastRow("user14"))
                .containsEntry("success", 0)
                .containsEntry("info", "matching 1 tokens, a token of the type hotp has to be enrolled first");
        assertThat(tokens("user14", "hotp")).isEmpty();
        assertThat(tenant.anyone()
                        .post("/validate/samlcheck", "user", "user14", "realm", REALM, "pass", "wrong")
                        .result())
                .containsEntry("authentication", "ACCEPT");
        assertThat(tokens("user14", "hotp")).isEmpty();
    }

    @Test
    void whatPoliciesSayOfTheAnswerIsAboutTheTokenThatWasUsed() {
        spass("EBL16", "user16");
        owing("HOTP", "user16");
        policies.use(
                AUTHORIZATION,
                "tokentype=spass, no_detail_on_success, no_detail_on_fail, add_user_in_response",
                "user",
                "user16",
                "realm",
                REALM);

        assertDecision(tenant.check("user16", "pin"), "false", "CHALLENGE", question("hotp", "{}"));

        policies.use(AUTHORIZATION, "serial=^NONE", "user", "user16", "realm", REALM);
        spass("EBL17", "user17");
        owing("HOTP", "user17");
        assertRefusal(tenant.check("user17", "pin"), 403, 303, "Serial is not allowed for authentication!");
        assertThat(tokens("user17", "hotp")).isEmpty();
    }

    @Test
    void aTextAroundChallengesStandsAroundThisOneAndALogInToTheServerItselfOwesNothing() {
        spass("EBL20", "user20");
        owing("HOTP", "user20");
        policies.use(
                AUTHENTICATION,
                "challenge_text_header=New:, challenge_text_footer=Thanks., preferred_client_mode=poll interactive",
                "user",
                "user20",
                "realm",
                REALM);
        policies.use("webui", "login_mode=eduMFA", "user", "user20", "realm", REALM);

        assertThat(tenant.check("user20", "pin").message()).isEqualTo("New:\n" + TEXT + "\nThanks.");
        assertThat(tenant.anyone()
                        .post("/auth", "username", "user20", "realm", REALM, "password", "pin")
                        .status())
                .isEqualTo(200);
    }
}
