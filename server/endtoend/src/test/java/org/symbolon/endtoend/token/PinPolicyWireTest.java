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
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.events.shared.TokenDates;

/** What policies say of PINs: how long they are, what they are made of, who makes them up, when they are to be changed. */
@PolicyTest
class PinPolicyWireTest {

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

    private static void assertForbidden(Answer answer, String text) {
        assertRefusal(answer, 403, 303, text);
    }

    private static void assertDone(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Who calls: the administrator for the user, or the user for himself. */
    private ApiClient caller(String scope, String user) {
        return scope.equals("admin") ? admin : server.user(user);
    }

    private static Answer init(ApiClient caller, String user, String serial, String... more) {
        return caller.post(
                "/token/init",
                ApiClient.joined(more, "serial", serial, "otpkey", SEED, "user", user, "realm", "policed"));
    }

    private static Answer setPin(ApiClient caller, String serial, String pin) {
        return caller.post("/token/setpin/" + serial, "otppin", pin);
    }

    @ParameterizedTest
    @CsvSource({"admin, user1, A", "user, user2, U"})
    @ShowsEffect({"admin/otp_pin_minlength", "user/otp_pin_minlength"})
    void aPinIsNotTooShort(String scope, String user, String mark) {
        server.policy(scope, "otp_pin_minlength=4", user);
        ApiClient caller = caller(scope, user);
        String tooShort = "The minimum OTP PIN length is 4";

        assertForbidden(init(caller, user, "MIN1" + mark), tooShort);
        assertForbidden(init(caller, user, "MIN1" + mark, "pin", "123"), tooShort);
        assertForbidden(init(caller, user, "MIN1" + mark, "pin", "123", "verify", "1"), tooShort);
        assertThat(admin.get("/token/", "serial", "MIN1" + mark).rows("tokens")).isEmpty();
        assertDone(init(caller, user, "MIN1" + mark, "pin", "1234"));
        assertForbidden(setPin(caller, "MIN1" + mark, ""), tooShort);
        assertForbidden(caller.post("/token/setpin/MIN1" + mark, "userpin", "12345"), tooShort);
        assertValue(setPin(caller, "MIN1" + mark, "häßl"), "1");
        admin.post("/token/init", "serial", "MIN2" + mark, "otpkey", SEED);
        assertForbidden(
                caller.post("/token/assign", "serial", "MIN2" + mark, "user", user, "realm", "policed", "pin", "1"),
                tooShort);
    }

    @ParameterizedTest
    @CsvSource({"admin, user3, A", "user, user4, U"})
    @ShowsEffect({"admin/otp_pin_maxlength", "user/otp_pin_maxlength"})
    void aPinIsNotTooLong(String scope, String user, String mark) {
        server.policy(scope, "otp_pin_maxlength=4", user);
        ApiClient caller = caller(scope, user);

        assertForbidden(init(caller, user, "MAX1" + mark, "pin", "12345"), "The maximum OTP PIN length is 4");
        assertDone(init(caller, user, "MAX1" + mark, "pin", "1234"));
        assertForbidden(setPin(caller, "MAX1" + mark, "12345"), "The maximum OTP PIN length is 4");
    }

    @ParameterizedTest
    @CsvSource({"admin, user5, A", "user, user6, U"})
    @ShowsEffect({"admin/otp_pin_contents", "user/otp_pin_contents"})
    void aPinHasTheCharactersThatAreWantedAndNoOthers(String scope, String user, String mark) {
        server.policy(scope, "otp_pin_contents=cn", user);
        ApiClient caller = caller(scope, user);

        assertForbidden(init(caller, user, "CON1" + mark, "pin", "abc"), "Missing character in PIN: 0123456789");
        assertForbidden(init(caller, user, "CON1" + mark, "pin", "a1ß"), "Not allowed character in PIN!");
        assertDone(init(caller, user, "CON1" + mark, "pin", "a1!"));
        assertForbidden(
                setPin(caller, "CON1" + mark, "1"),
                "Missing character in PIN: abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    }

    @ParameterizedTest
    @CsvSource({"admin, user7, A", "user, user8, U"})
    @ShowsEffect({
        "admin/<type>_otp_pin_minlength",
        "user/<type>_otp_pin_minlength",
        "admin/<type>_otp_pin_maxlength",
        "user/<type>_otp_pin_maxlength",
        "admin/<type>_otp_pin_contents",
        "user/<type>_otp_pin_contents"
    })
    void whatIsSaidOfATypeReplacesWhatIsSaidOfAll(String scope, String user, String mark) {
        server.policy(
                scope,
                "otp_pin_minlength=8, otp_pin_maxlength=9, otp_pin_contents=c,"
                        + " spass_otp_pin_minlength=2, spass_otp_pin_maxlength=3, spass_otp_pin_contents=n",
                user);
        ApiClient caller = caller(scope, user);

        assertForbidden(init(caller, user, "TYP1" + mark, "pin", "123"), "The minimum OTP PIN length is 8");
        assertForbidden(
                init(caller, user, "TYP2" + mark, "type", "SPASS", "pin", "1"), "The minimum OTP PIN length is 2");
        assertForbidden(
                init(caller, user, "TYP2" + mark, "type", "spass", "pin", "1234"), "The maximum OTP PIN length is 3");
        assertForbidden(
                init(caller, user, "TYP2" + mark, "type", "spass", "pin", "abc"),
                "Missing character in PIN: 0123456789");
        assertDone(init(caller, user, "TYP2" + mark, "type", "spass", "pin", "123"));
        assertForbidden(setPin(caller, "TYP2" + mark, "1"), "The minimum OTP PIN length is 2");
    }

    @Test
    void aRuleThatNobodyUnderstandsBlocks() {
        server.policy("admin", "otp_pin_minlength=four", "user9");
        server.policy("admin", "otp_pin_contents=xyz", "user10");

        assertForbidden(
                init(admin, "user9", "BAD1", "pin", "1234"),
                "A malformed policy blocks this action. Please contact your administrator.");
        assertForbidden(init(admin, "user10", "BAD1", "pin", "1234"), "Unknown character specifier in PIN policy.");
    }

    @Test
    @ShowsEffect({"admin/otp_pin_set_random", "user/otp_pin_set_random"})
    void aPinIsMadeUpOnRequest() {
        assertDone(init(admin, "user11", "RND1", "pin", "1234"));
        assertRefusal(
                admin.post("/token/setrandompin/RND1"),
                400,
                301,
                "ERR301: You need to specify a policy 'otp_pin_set_random' in scope admin.");
        assertRefusal(
                server.user("user11").post("/token/setrandompin", "serial", "RND1"),
                400,
                301,
                "ERR301: You need to specify a policy 'otp_pin_set_random' in scope user.");

        server.policy("admin", "otp_pin_set_random=7, otp_pin_contents=n", "user11");
        server.policy("user", "otp_pin_set_random=9", "user11");
        Answer byAdmin = admin.post("/token/setrandompin/RND1", "pin", "own");
        assertValue(byAdmin, "1", "{'pin': '~[0-9]{7}'}");
        assertThat(tenant.check("user11", byAdmin.detail().get("pin") + DEVICE.otp(0))
                        .isAccepted())
                .isTrue();
        Answer byUser = server.user("user11").post("/token/setrandompin", "serial", "RND1");
        assertValue(byUser, "1", "{'pin': '~[A-Za-z0-9]{9}'}");
        assertThat(tenant.check("user11", byUser.detail().get("pin") + DEVICE.otp(1))
                        .isAccepted())
                .isTrue();
        assertRefusal(
                admin.post("/token/setrandompin/NOSUCH"),
                400,
                301,
                "ERR301: You need to specify a policy 'otp_pin_set_random' in scope admin.");
    }

    @Test
    @ShowsEffect({"admin/setrandompin", "user/setrandompin"})
    void aPinIsMadeUpForWhoHasTheRight() {
        assertDone(init(admin, "user12", "RND2"));
        server.policy("user", "otp_pin_set_random=7", "user12");
        String users = "policy1";
        String admins = "policy0";
        admin.post("/policy/" + users, "scope", "user", "action", "*, -setrandompin", "realm", "");
        assertForbidden(
                server.user("user12").post("/token/setrandompin/RND2"),
                "User actions are defined, but the action setrandompin is not allowed!");
        admin.post("/policy/" + users, "scope", "user", "action", "*", "realm", "");
        assertDone(server.user("user12").post("/token/setrandompin/RND2"));

        admin.post("/policy/" + admins, "scope", "admin", "action", "*, -setrandompin", "realm", "");
        assertForbidden(
                admin.post("/token/setrandompin/RND2"),
                "Admin actions are defined, but the action setrandompin is not allowed!");
        assertDone(admin.post("/policy/" + admins, "scope", "admin", "action", "*", "realm", ""));
    }

    @Test
    @ShowsEffect("enrollment/otp_pin_random")
    void aNewTokenGetsAPinThatNobodyTyped() {
        server.policy("enrollment", "otp_pin_random=8", "user13");
        server.policy("admin", "otp_pin_contents=n, otp_pin_minlength=8", "user13");
        assertDone(init(admin, "user13", "RND3", "pin", "12345678"));

        assertThat(tenant.check("user13", "12345678" + DEVICE.otp(0)).message()).isEqualTo("wrong otp pin");
        assertThat(tenant.check("user13", DEVICE.otp(0)).message()).isEqualTo("wrong otp pin");
    }

    @Test
    @ShowsEffect("enrollment/pinhandling")
    void aPinThatIsMadeUpGoesToAHandlerThatThereIs() {
        server.policy("enrollment", "otp_pin_random=8, pinhandling=edumfa.lib.pinhandling.base.PinHandler", "user14");
        server.policy("enrollment", "otp_pin_random=8, pinhandling=org.example.Printer", "user15");

        assertDone(init(admin, "user14", "HND1"));
        assertForbidden(init(admin, "user15", "HND2"), "The PIN handler org.example.Printer does not exist.");
    }

    @Test
    @ShowsEffect({"admin/enrollpin", "user/enrollpin"})
    void aPinOfWhoMayNotSetOneIsLeftOut() {
        String users = "policy1";
        admin.post("/policy/" + users, "scope", "user", "action", "*, -enrollpin", "realm", "");
        assertDone(init(server.user("user16"), "user16", "ENP1", "pin", "1234"));
        assertDone(admin.post("/policy/" + users, "scope", "user", "action", "*", "realm", ""));
        assertThat(tenant.check("user16", DEVICE.otp(0)).isAccepted()).isTrue();

        String admins = "policy0";
        admin.post("/policy/" + admins, "scope", "admin", "action", "*, -enrollpin", "realm", "");
        assertDone(init(admin, "user17", "ENP2", "pin", "1234"));
        assertDone(admin.post("/policy/" + admins, "scope", "admin", "action", "*", "realm", ""));
        assertThat(tenant.check("user17", DEVICE.otp(0)).isAccepted()).isTrue();
    }

    private String storedPin(String serial) {
        return server.stored("pin_hash", serial);
    }

    private String keyOf(String serial) {
        return server.stored("key_iv", serial);
    }

    private void assertSealed(String serial) {
        assertThat(storedPin(serial)).matches("@@" + keyOf(serial) + ":2\\.[A-Za-z0-9+/]+=*");
    }

    private void assertHashed(String serial) {
        assertThat(storedPin(serial)).startsWith("$argon2id$");
    }

    @ParameterizedTest
    @CsvSource({"admin, user19, A", "user, user20, U"})
    @ShowsEffect("enrollment/encrypt_pin")
    void aPinIsSealedInPlaceOfHashed(String scope, String user, String mark) {
        ApiClient caller = caller(scope, user);
        String serial = "ENC1" + mark;
        assertDone(init(caller, user, serial, "pin", "1234", "encryptpin", "True"));
        assertHashed(serial);

        String policy = server.policy("enrollment", "encrypt_pin", user);
        assertDone(init(caller, user, serial, "pin", "1234", "encryptpin", "False"));
        assertSealed(serial);
        assertValue(setPin(caller, serial, "5678"), "1");
        assertSealed(serial);
        server.policy(scope, "otp_pin_set_random=9", user);
        Answer made = caller.post("/token/setrandompin/" + serial);
        assertSealed(serial);
        assertThat(tenant.check(user, made.detail().get("pin") + DEVICE.otp(0)).isAccepted())
                .isTrue();
        admin.post("/token/init", "serial", "ENC2" + mark, "otpkey", SEED);
        assertDone(
                caller.post("/token/assign", "serial", "ENC2" + mark, "user", user, "realm", "policed", "pin", "99"));
        assertSealed("ENC2" + mark);

        assertDone(admin.delete("/policy/" + policy));
        assertValue(setPin(caller, serial, "5678"), "1");
        assertHashed(serial);
        assertSealed("ENC2" + mark);
        assertDone(caller.post("/token/unassign", "serial", "ENC2" + mark));
        assertThat(storedPin("ENC2" + mark)).isEmpty();
    }

    /** A message names the serial in no case, so the answers are the same but for what is made for each. */
    @Test
    void aSealedPinIsTypedAsAHashedOneIs() {
        assertDone(init(admin, "user21", "ENC3", "pin", "1234"));
        server.policy("enrollment", "encrypt_pin", "user22");
        assertDone(init(admin, "user22", "ENC4", "pin", "1234"));
        assertHashed("ENC3");
        assertSealed("ENC4");

        for (String typed : new String[] {
            "1234" + DEVICE.otp(0),
            "1234" + DEVICE.otp(0),
            "123" + DEVICE.otp(1),
            DEVICE.otp(1),
            "1234",
            "",
            storedPin("ENC4")
        }) {
            Answer hashed = tenant.check("user21", typed);
            Answer sealed = tenant.check("user22", typed);
            assertThat(sealed.status()).isEqualTo(hashed.status());
            assertThat(sealed.isAccepted()).as(typed).isEqualTo(hashed.isAccepted());
            assertThat(sealed.message()).as(typed).isEqualTo(hashed.message());
        }
        assertThat(tenant.check("user22", "1234" + DEVICE.otp(1)).isAccepted()).isTrue();
    }

    @Test
    void aSealedPinMayBeAsLongAsAnyAndIsCopiedUnderTheKeyOfTheOtherToken() {
        server.policy("enrollment", "encrypt_pin", "user23");
        String longest = "\uD83D\uDE00".repeat(255);
        assertDone(init(admin, "user23", "ENC5", "pin", longest));
        assertDone(init(admin, "user23", "ENC6", "pin", "1234"));
        assertThat(tenant.check("user23", longest + DEVICE.otp(0)).isAccepted()).isTrue();

        assertDone(admin.post("/token/copypin", "from", "ENC5", "to", "ENC6"));
        assertSealed("ENC6");
        assertDone(admin.delete("/token/ENC5"));
        assertThat(tenant.check("user23", longest + DEVICE.otp(1)).isAccepted()).isTrue();

        Answer lost = admin.post("/token/lost/ENC6");
        assertSealed("lostENC6");
        assertThat(tenant.check("user23", longest + lost.valueMap().get("password"))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void whoHasNoPinHasNoneToSeal() {
        server.policy("enrollment", "encrypt_pin", "user24");
        assertDone(init(admin, "user24", "ENC7"));
        assertThat(storedPin("ENC7")).isEmpty();
        assertDone(setPin(admin, "ENC7", ""));

        assertThat(storedPin("ENC7")).isEmpty();
        assertThat(tenant.check("user24", DEVICE.otp(0)).isAccepted()).isTrue();
    }

    private Object due(String serial) {
        return ((Map<?, ?>) ((Map<?, ?>) tenant.listed(serial)).get("info")).get("next_pin_change");
    }

    private static Duration fromNow(Object date) {
        Instant due = TokenDates.parse((String) date).orElseThrow();
        return Duration.between(Instant.now(), due);
    }

    @Test
    @ShowsEffect({"enrollment/change_pin_on_first_use", "enrollment/change_pin_every"})
    void aPinIsToBeChanged() {
        server.policy("enrollment", "change_pin_on_first_use", "");
        String every = server.policy("enrollment", "change_pin_every=180d", "");
        assertDone(init(admin, "user18", "DUE1", "pin", "1234"));
        assertThat(fromNow(due("DUE1")).abs()).isLessThan(Duration.ofMinutes(2));

        ApiClient user = server.user("user18");
        assertDone(setPin(user, "DUE1", "4321"));
        assertThat(fromNow(due("DUE1"))).isBetween(Duration.ofDays(179), Duration.ofDays(180));
        assertDone(admin.post("/token/setpin/DUE1", "userpin", "1234"));
        assertThat(fromNow(due("DUE1"))).isBetween(Duration.ofDays(179), Duration.ofDays(180));
        assertDone(setPin(admin, "DUE1", "1234"));
        assertThat(fromNow(due("DUE1")).abs()).isLessThan(Duration.ofMinutes(2));

        assertDone(admin.delete("/policy/" + every));
        assertDone(init(user, "user18", "DUE1", "pin", "1234"));
        assertThat(due("DUE1")).isNull();
    }
}
