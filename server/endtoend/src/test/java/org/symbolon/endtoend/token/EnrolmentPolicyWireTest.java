package org.symbolon.endtoend.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.ListedToken;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.events.shared.TokenDates;

/** What policies say of new tokens, of lost ones, and of what is copied from one to another. */
@PolicyTest
class EnrolmentPolicyWireTest {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final Device DEVICE = new Device(SEED);

    private PolicyServer server;
    private Tenant tenant;
    private ApiClient admin;

    @BeforeAll
    void start(PolicyServer lent) {
        server = lent;
        tenant = server.tenant();
        admin = server.admin();
    }

    private static void assertDone(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private ApiClient caller(String scope, String user) {
        return scope.equals("admin") ? admin : server.user(user);
    }

    private static Answer init(ApiClient caller, String user, String serial, String... more) {
        return caller.post(
                "/token/init",
                ApiClient.joined(more, "serial", serial, "otpkey", SEED, "user", user, "realm", "policed"));
    }

    private static String url(Answer answer, String which) {
        return (String) ((Map<?, ?>) answer.detail().get(which)).get("value");
    }

    private Map<?, ?> info(String serial) {
        return (Map<?, ?>) ((Map<?, ?>) tenant.listed(serial)).get("info");
    }

    @Test
    @ShowsEffect("enrollment/require_description")
    void aNewTokenOfSomeTypesMustBeDescribed() {
        server.policy("enrollment", "require_description=hotp totp", "user1");

        assertRefusal(init(admin, "user1", "DESC1"), 403, 303, "Description required for hotp token.");
        assertRefusal(
                init(admin, "user1", "DESC1", "type", "TOTP", "description", ""),
                403,
                303,
                "Description required for totp token.");
        assertDone(init(admin, "user1", "DESC1", "description", "mine"));
        assertDone(init(admin, "user1", "DESC1"));
        assertDone(init(admin, "user1", "DESC2", "type", "spass"));
    }

    @Test
    @ShowsEffect({
        "enrollment/tokenlabel",
        "enrollment/tokenissuer",
        "enrollment/appimageurl",
        "enrollment/hotp_force_app_pin"
    })
    void anAppIsToldALabelAnIssuerAndAPicture() {
        server.policy(
                "enrollment",
                "tokenlabel={givenname} {surname} <u>, tokenissuer={realm} of {user},"
                        + " appimageurl=https://example.com/a.png, hotp_force_app_pin",
                "user2");
        Answer answer = init(admin, "user2", "APP1", "tokenlabel", "own", "tokenissuer", "own");

        assertThat(url(answer, "googleurl"))
                .isEqualTo("otpauth://hotp/Given2%20Sur2%20user2?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&counter=1"
                        + "&digits=6&issuer=policed%20of%20user2&image=https%3A//example.com/a.png&pin=True");
        assertThat(url(answer, "oathurl")).endsWith("&key=" + SEED + "&image=https%3A//example.com/a.png&pin=True");
    }

    @Test
    @ShowsEffect("enrollment/totp_force_app_pin")
    void anAppIsToldToLockATokenOfTheType() {
        server.policy("enrollment", "totp_force_app_pin", "user3");

        assertThat(url(init(admin, "user3", "APP2", "type", "totp"), "googleurl"))
                .endsWith("&pin=True");
        assertThat(url(init(admin, "user3", "APP3"), "googleurl")).doesNotContain("pin");
    }

    @ParameterizedTest
    @CsvSource({"admin, user4, A", "user, user5, U"})
    @ShowsEffect({"admin/hotp_hashlib", "user/hotp_hashlib", "admin/hotp_otplen", "user/hotp_otplen"})
    void hashFunctionAndDigitsAreWhatAPolicySays(String scope, String user, String mark) {
        server.policy(scope, "hotp_hashlib=sha256, hotp_otplen=8, totp_hashlib=sha512", user);
        Answer answer =
                init(caller(scope, user), user, "HASH1" + mark, "type", "HOTP", "hashlib", "sha1", "otplen", "6");

        assertThat(url(answer, "googleurl")).contains("&algorithm=SHA256&digits=8&");
        assertThat(info("HASH1" + mark).get("hashlib")).isEqualTo("sha256");
    }

    @ParameterizedTest
    @CsvSource({"admin, user6, A", "user, user7, U"})
    @ShowsEffect({
        "admin/totp_hashlib",
        "user/totp_hashlib",
        "admin/totp_otplen",
        "user/totp_otplen",
        "admin/totp_timestep",
        "user/totp_timestep",
        "admin/totp_timeshift",
        "user/totp_timeshift"
    })
    void timeStepAndShiftAreWhatAPolicySays(String scope, String user, String mark) {
        server.policy(scope, "totp_hashlib=sha512, totp_otplen=8, totp_timestep=60, totp_timeshift=False", user);
        Answer answer = init(caller(scope, user), user, "STEP1" + mark, "type", "totp", "timeStep", "30");

        assertThat(url(answer, "googleurl")).contains("&algorithm=SHA512&period=60&digits=8&");
        assertThat(info("STEP1" + mark).get("timeStep")).isEqualTo("60");
        assertThat(info("STEP1" + mark).get("useTimeShift")).isEqualTo("False");
    }

    @Test
    @ShowsEffect({"enrollment/pw.length", "enrollment/pw.contents"})
    void aPasswordThatIsMadeUpIsWhatAPolicySays() {
        server.policy("enrollment", "pw.length=20, pw.contents=+n", "user8");

        assertThat((String) init(admin, "user8", "PW1", "type", "pw", "genkey", "1", "pw.length", "1")
                        .detail()
                        .get("password"))
                .matches("[0-9]{20}");
        assertThat((String) init(admin, "user9", "PW2", "type", "pw", "genkey", "1", "pw.length", "1")
                        .detail()
                        .get("password"))
                .matches("[A-Za-z0-9]{12}");
    }

    private static String replacement(String serial, String password, int disabled) {
        return """
                {'serial': 'lost%s', 'init': true, 'user': true, 'pin': true, 'valid_to': 'xxxx', 'password': '~%s',
                 'end_date': '~%s', 'disable': %d}
                """
                .formatted(serial, password, ListedToken.MINUTES, disabled);
    }

    @Test
    @ShowsEffect({"admin/losttoken", "user/losttoken"})
    void aLostTokenIsReplacedByAPassword() {
        assertDone(init(admin, "user10", "KEY1", "pin", "1234"));
        Answer answer = admin.post("/token/lost/KEY1");
        assertValue(answer, replacement("KEY1", "[1-9A-HJ-NP-Za-km-z]{16}", 1));

        String password = (String) answer.valueMap().get("password");
        assertThat(tenant.check("user10", "1234" + password).isAccepted()).isTrue();
        assertThat(tenant.check("user10", "1234" + DEVICE.otp(0)).isAccepted()).isFalse();
        Map<?, ?> lost = (Map<?, ?>) tenant.listed("lostKEY1");
        assertThat(lost.get("description")).isEqualTo("temporary replacement for KEY1");
        assertThat(lost.get("realms").toString()).isEqualTo("[policed]");
        assertThat(info("lostKEY1").get("validity_period_end"))
                .isEqualTo(answer.valueMap().get("end_date"));
        assertValue(server.user("user10").post("/token/lost/KEY1"), replacement("KEY1", "[1-9A-Za-z]{16}", 0));
        assertThat(tenant.check("user10", "1234" + password).isAccepted()).isFalse();

        admin.post("/policy/policy0", "scope", "admin", "action", "*, -losttoken", "realm", "");
        assertRefusal(
                admin.post("/token/lost/KEY1"),
                403,
                303,
                "Admin actions are defined, but the action losttoken is not allowed!");
        assertDone(admin.post("/policy/policy0", "scope", "admin", "action", "*", "realm", ""));
        admin.post("/policy/policy1", "scope", "user", "action", "*, -losttoken", "realm", "");
        assertRefusal(
                server.user("user10").post("/token/lost/KEY1"),
                403,
                303,
                "User actions are defined, but the action losttoken is not allowed!");
        assertDone(admin.post("/policy/policy1", "scope", "user", "action", "*", "realm", ""));
    }

    @Test
    void aTokenThatIsNobodysOrSomebodyElsesIsNotLost() {
        admin.post("/token/init", "serial", "KEY2", "otpkey", SEED);
        assertRefusal(
                admin.post("/token/lost/KEY2"),
                400,
                2012,
                "ERR2012: You can only define a lost token for an assigned token.");
        assertRefusal(admin.post("/token/lost/NOSUCH"), 404, 601, "The requested token could not be found.");
        assertDone(init(admin, "user11", "KEY3"));
        assertRefusal(
                admin.post("/token/lost/KEY3", "user", "user12"),
                400,
                301,
                "ERR301: The user User(login='user12', realm='policed', resolver='EnrolmentPolicyWireTest') does not own the token"
                        + " KEY3.");
        assertRefusal(
                server.user("user12").post("/token/lost/KEY3"), 404, 601, "The requested token could not be found.");
        String longest = "K".repeat(40);
        assertDone(init(admin, "user11", longest));
        assertRefusal(
                admin.post("/token/lost/" + longest),
                400,
                905,
                "ERR905: Parameter 'serial' must not be longer than 40 characters");
    }

    @Test
    @ShowsEffect({"enrollment/losttoken_PW_length", "enrollment/losttoken_PW_contents", "enrollment/losttoken_valid"})
    void thePasswordInPlaceOfALostTokenIsWhatAPolicySays() {
        server.policy("enrollment", "losttoken_PW_length=20, losttoken_PW_contents=nC, losttoken_valid=3", "user13");
        assertDone(init(admin, "user13", "KEY4"));

        Answer answer = admin.post("/token/lost/KEY4");
        assertValue(answer, replacement("KEY4", "[A-Z0-9]{20}", 1));
        Instant end =
                TokenDates.parse((String) answer.valueMap().get("end_date")).orElseThrow();
        assertThat(Duration.between(Instant.now(), end)).isBetween(Duration.ofHours(71), Duration.ofHours(72));
        server.policy("enrollment", "losttoken_PW_contents=x", "user14");
        assertDone(init(admin, "user14", "KEY5"));
        assertRefusal(
                admin.post("/token/lost/KEY5"),
                403,
                303,
                "A malformed policy blocks this action. Please contact your administrator.");
    }

    @Test
    @ShowsEffect("admin/copytokenpin")
    void aPinIsCopied() {
        assertDone(init(admin, "user15", "COPY1", "pin", "1234"));
        assertDone(init(admin, "user16", "COPY2"));

        assertValue(admin.post("/token/copypin", "from", "COPY1", "to", "COPY2"), "true");
        assertThat(tenant.check("user16", "1234" + DEVICE.otp(0)).isAccepted()).isTrue();
        assertRefusal(
                admin.post("/token/copypin", "from", "NOSUCH", "to", "COPY2"),
                400,
                1016,
                "ERR1016: No unique token to copy from found");
        assertRefusal(
                admin.post("/token/copypin", "from", "COPY1", "to", "NOSUCH"),
                400,
                1017,
                "ERR1017: No unique token to copy to found");
        admin.post("/policy/policy0", "scope", "admin", "action", "*, -copytokenpin", "realm", "");
        assertRefusal(
                admin.post("/token/copypin", "from", "COPY1", "to", "COPY2"),
                403,
                303,
                "Admin actions are defined, but the action copytokenpin is not allowed!");
        assertDone(admin.post("/policy/policy0", "scope", "admin", "action", "*", "realm", ""));
    }

    @Test
    @ShowsEffect("admin/copytokenuser")
    void anOwnerIsCopied() {
        assertDone(init(admin, "user17", "COPY3", "pin", "1234"));
        assertDone(init(admin, "user18", "COPY4", "pin", "4321"));

        assertValue(admin.post("/token/copyuser", "from", "COPY3", "to", "COPY4"), "true");
        Map<?, ?> copied = (Map<?, ?>) tenant.listed("COPY4");
        assertThat(copied.get("username")).isEqualTo("user17");
        assertThat(copied.get("realms").toString()).isEqualTo("[policed]");
        assertThat(admin.check("serial", "COPY4", DEVICE.otp(0)).isAccepted()).isTrue();
        admin.post("/token/init", "serial", "COPY5", "otpkey", SEED);
        assertRefusal(
                admin.post("/token/copyuser", "from", "COPY5", "to", "COPY4"),
                400,
                301,
                "ERR301: The token 'COPY5' has no owner to copy.");
        admin.post("/policy/policy0", "scope", "admin", "action", "*, -copytokenuser", "realm", "");
        assertRefusal(
                admin.post("/token/copyuser", "from", "COPY3", "to", "COPY4"),
                403,
                303,
                "Admin actions are defined, but the action copytokenuser is not allowed!");
        assertDone(admin.post("/policy/policy0", "scope", "admin", "action", "*", "realm", ""));
    }
}
