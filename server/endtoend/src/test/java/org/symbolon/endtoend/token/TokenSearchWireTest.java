package org.symbolon.endtoend.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
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
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** Which token shows a value? Administrators ask, and nothing changes. */
@WireTest
class TokenSearchWireTest {

    private static final Device DEVICE = new Device("3132333435363738393031323334353637383930");
    private static final Device OTHER = new Device("0102030405060708090a0b0c0d0e0f1011121314");

    private Tenant tenant;
    private ApiClient admin;

    @BeforeAll
    void enrol(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, "search", folder, 2);
        admin = tenant.admin();
        tenant.enrol("FIND1", "user1", "type", "hotp", "otpkey", DEVICE.seed(), "pin", "1234");
        admin.post("/token/init", "serial", "FIND2", "type", "hotp", "otpkey", OTHER.seed());
        admin.post("/token/init", "serial", "FIND3", "type", "pw", "otpkey", DEVICE.otp(0));
        admin.post("/token/init", "serial", "FINDTIME", "type", "totp", "otpkey", DEVICE.seed(), "otplen", "8");
        admin.post("/token/init", "serial", "SAME1", "type", "hotp", "otpkey", DEVICE.seed());
        admin.post("/token/init", "serial", "SAME2", "type", "hotp", "otpkey", DEVICE.seed());
        admin.post("/token/disable/SAME2");
    }

    private Answer find(String value, String... parameters) {
        return admin.get("/token/getserial/" + value, parameters);
    }

    private static String answer(String serial, int count) {
        return "{'serial': " + (serial == null ? "null" : "'" + serial + "'") + ", 'count': " + count + "}";
    }

    @Test
    void theTokenThatShowsTheValueIsNamed() {
        assertValue(find(DEVICE.otp(2), "serial", "FIND"), answer("FIND1", 4));
        assertValue(find(OTHER.otp(9), "serial", "FIND"), answer("FIND2", 4));
        assertValue(find(OTHER.otp(10), "serial", "FIND"), answer(null, 4));
        assertValue(find(OTHER.otp(10), "serial", "FIND", "window", "11"), answer("FIND2", 4));
        assertValue(find("x", "serial", "FIND"), answer(null, 4));
        String shown = DEVICE.otp(System.currentTimeMillis() / 30_000, 8);
        assertValue(find(shown, "serial", "FINDTIME", "window", "2"), answer("FINDTIME", 1));
    }

    @Test
    void nothingChangesByIt() {
        Object before = tenant.listed("FIND1");
        Object events = admin.get("/token/FIND1/history").valueMap().get("count");

        assertValue(find(DEVICE.otp(3), "serial", "FIND1"), answer("FIND1", 1));
        assertValue(find(DEVICE.otp(3), "serial", "FIND1"), answer("FIND1", 1));
        find(OTHER.otp(3), "serial", "FIND1");

        assertThat(tenant.listed("FIND1")).isEqualTo(before);
        assertThat(admin.get("/token/FIND1/history").valueMap()).containsEntry("count", events);
    }

    @Test
    void aValueThatIsUsedUpFindsNothing() {
        admin.post("/token/init", "serial", "USEDUP", "type", "hotp", "otpkey", OTHER.seed());
        tenant.anyone().post("/validate/check", "serial", "USEDUP", "pass", OTHER.otp(4));

        assertValue(find(OTHER.otp(4), "serial", "USEDUP"), answer(null, 1));
        assertValue(find(OTHER.otp(5), "serial", "USEDUP"), answer("USEDUP", 1));
    }

    @Test
    void severalTokensThatShowItAreNoAnswer() {
        assertRefusal(
                find(DEVICE.otp(0), "serial", "SAME"),
                400,
                1200,
                "ERR1200: multiple tokens are matching this OTP value!");
        assertValue(find(DEVICE.otp(0), "serial", "SAME2"), answer("SAME2", 1));
    }

    @Test
    void onlyTokensOfTheWantedKindAreSearched() {
        assertValue(find(DEVICE.otp(2), "serial", "FIND", "type", "totp"), answer(null, 1));
        assertValue(find(DEVICE.otp(2), "serial", "FIND", "type", "hotp"), answer("FIND1", 2));
        assertValue(find(DEVICE.otp(2), "serial", "FIND", "type", "nosuchtype"), answer(null, 0));
        assertValue(find(DEVICE.otp(2), "serial", "FIND", "assigned", "1"), answer("FIND1", 1));
        assertValue(find(DEVICE.otp(2), "serial", "FIND", "unassigned", "1"), answer(null, 3));
        assertValue(find(DEVICE.otp(2), "serial", "FIND", "unassigned", "1", "assigned", "1"), answer("FIND1", 4));
        assertValue(find(DEVICE.otp(2), "serial", "ind"), answer(null, 0));
    }

    @Test
    void tokensAreCountedWithoutASearch() {
        assertValue(find(DEVICE.otp(0), "serial", "SAME", "count", "1"), answer(null, 2));
        assertValue(find("000000", "serial", "FIND", "count", "yes", "unassigned", "1"), answer(null, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "2147483648", "some", ""})
    void aWindowThatIsNoneIsRefused(String window) {
        Answer answer = find("000000", "serial", "FIND", "window", window);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(905);
    }

    @Test
    void aPartOfASerialIsNoLongerThanASerial() {
        assertRefusal(
                find("000000", "serial", "S".repeat(41)),
                400,
                905,
                "ERR905: Parameter 'serial' must not be longer than 40 characters");
        assertValue(find("000000", "serial", "S".repeat(40)), answer(null, 0));
    }

    @Test
    void theAuditTellsWhatWasFoundAndNotTheValue() {
        admin.post("/token/init", "serial", "AUDITED9", "type", "hotp", "otpkey", OTHER.seed(), "otplen", "10");
        find(OTHER.otp(1, 10), "serial", "AUDITED9");

        List<Map<String, Object>> rows = admin.get(
                        "/audit/", "action", "GET /token/getserial/<otp>", "serial", "AUDITED9")
                .rows("auditdata");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0))
                .containsEntry("success", 1)
                .containsEntry("action_detail", "")
                .containsEntry("info", "")
                .containsEntry("token_type", "hotp")
                .containsEntry("administrator", "admin");
    }

    @Test
    void onlyAdministratorsMayAsk() {
        assertThat(tenant.anyone().get("/token/getserial/000000").status()).isEqualTo(401);
    }
}
