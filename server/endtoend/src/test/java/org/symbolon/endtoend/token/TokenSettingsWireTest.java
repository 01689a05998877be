package org.symbolon.endtoend.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.ListedToken;
import org.symbolon.endtoend.harness.WireTest;

/** What can be set of a token: PINs, windows and limits, texts, info and realms. */
@WireTest
class TokenSettingsWireTest extends OperatedTokens {

    private void assertInfo(String serial, String differing) {
        String fresh =
                "{'created_at': '~%s', 'hashlib': 'sha1', 'tokenkind': 'software'}".formatted(ListedToken.MICROSECONDS);
        assertJson(ExpectedJson.entry(tenant.listed(serial), "info"), ExpectedJson.overlaid(fresh, differing));
    }

    @Test
    void pinsAreCountedAndEachIsOptional() {
        enrol("OP10");

        assertValue(admin.post("/token/setpin/OP10", "otppin", "new"), "1");
        assertThat(admin.check("serial", "OP10", "new" + device.otp(0)).isAccepted())
                .isTrue();
        assertValue(admin.post("/token/setpin", "serial", "OP10", "otppin", "", "userpin", "u", "sopin", "s"), "3");
        assertThat(admin.check("serial", "OP10", device.otp(1)).isAccepted()).isTrue();
        assertValue(admin.post("/token/setpin/OP10"), "0");
        assertRefusal(admin.post("/token/setpin", "otppin", "x"), 404, 601, NOT_FOUND);
    }

    @Test
    void windowsAndLimitsAreSet() {
        enrol("OP11");

        assertValue(
                admin.post(
                        "/token/set/OP11",
                        "description",
                        "set",
                        "count_window",
                        "20",
                        "sync_window",
                        "500",
                        "max_failcount",
                        "15",
                        "hashlib",
                        "sha256",
                        "count_auth_max",
                        "100",
                        "count_auth_success_max",
                        "50",
                        "validity_period_start",
                        "2020-01-01T10:00+0000",
                        "validity_period_end",
                        "2099-01-01T10:00+0000",
                        "unknown",
                        "ignored"),
                "9");

        assertListed(
                "OP11",
                """
                {'description': 'set', 'count_window': 20, 'sync_window': 500, 'maxfail': 15,
                 'info': {'created_at': '~%s', 'hashlib': 'sha256', 'tokenkind': 'software', 'count_auth_max': '100',
                          'count_auth_success_max': '50', 'validity_period_start': '2020-01-01T10:00+0000',
                          'validity_period_end': '2099-01-01T10:00+0000'}}
                """
                        .formatted(ListedToken.MICROSECONDS));
        assertValue(
                admin.post("/token/set", "serial", "OP11", "validity_period_start", "", "validity_period_end", ""),
                "2");
        assertInfo("OP11", "{'hashlib': 'sha256', 'count_auth_max': '100', 'count_auth_success_max': '50'}");
        assertValue(admin.post("/token/set/OP11"), "0");
    }

    @Test
    void whatCannotBeSetIsRefused() {
        enrol("OP12");

        assertRefusal(admin.post("/token/set", "max_failcount", "1"), 400, 905, "ERR905: Missing parameter: 'serial'");
        assertRefusal(
                admin.post("/token/set/OP12", "max_failcount", "abc"),
                400,
                905,
                "ERR905: Parameter 'max_failcount' must be a number");
        assertRefusal(
                admin.post("/token/set/OP12", "count_window", "-1"),
                400,
                905,
                "ERR905: Parameter 'count_window' must not be negative");
        assertRefusal(
                admin.post("/token/set/OP12", "validity_period_end", "soon"),
                400,
                301,
                "ERR301: Could not parse validity period end date!");
        assertRefusal(
                admin.post("/token/set/OP12", "validity_period_start", "soon"),
                400,
                301,
                "ERR301: Could not parse validity period start date!");
        assertListed("OP12", "{}");
    }

    @Test
    void theUseOfTheTimeShiftIsSetWithoutBeingCounted() {
        enrol("OP13");

        assertValue(admin.post("/token/set/OP13", "use_timeshift", "True"), "0");
        assertInfo("OP13", "{'useTimeShift': 'True'}");
        assertValue(admin.post("/token/set/OP13", "use_timeshift", "default", "description", "x"), "1");
        assertInfo("OP13", "{}");
        assertRefusal(
                admin.post("/token/set/OP13", "use_timeshift", "perhaps"),
                400,
                905,
                "ERR905: Parameter 'use_timeshift' must be True, False or default");
    }

    @Test
    void aDescriptionIsSet() {
        enrol("OP14");

        assertValue(admin.post("/token/description/OP14", "description", "a text"), "1");
        assertListed("OP14", "{'description': 'a text'}");
        assertValue(admin.post("/token/description", "serial", "OP14", "description", ""), "1");
        assertListed("OP14", "{}");
        assertRefusal(admin.post("/token/description/OP14"), 400, 905, "ERR905: Missing parameter: 'description'");
        assertRefusal(
                admin.post("/token/description", "description", "x"), 400, 905, "ERR905: Missing parameter: 'serial'");
    }

    @Test
    void entriesOfInfoAreSetAndDeleted() {
        enrol("OP17");

        assertValue(admin.post("/token/info/OP17/colour", "value", "red"), "true");
        assertInfo("OP17", "{'colour': 'red'}");
        assertValue(
                admin.post("/token/info/OP17", "info", "{\"colour\": null, \"size\": \"big\", \"floor\": 3}"), "true");
        assertInfo("OP17", "{'size': 'big', 'floor': '3'}");
        assertValue(
                admin.post(
                        "/token/info/OP17",
                        "application/json",
                        "{\"info\": {\"size\": null}}".getBytes(StandardCharsets.UTF_8)),
                "true");
        assertValue(admin.delete("/token/info/OP17/floor"), "true");
        assertValue(admin.delete("/token/info/OP17/nothing"), "true");
        assertInfo("OP17", "{}");
        assertRefusal(admin.post("/token/info/OP17/colour"), 400, 905, "ERR905: Missing parameter: 'value'");
        assertRefusal(admin.post("/token/info/OP17"), 400, 905, "ERR905: Missing parameter: 'info'");
    }

    @Test
    void realmsAreReplacedAndUnknownOnesLeftOut() {
        enrol("OP18");

        assertValue(admin.post("/token/realm/OP18", "realms", "Operations, nowhere"), "true");
        assertListed("OP18", "{'realms': ['operations']}");
        assertValue(
                admin.post(
                        "/token/realm/OP18",
                        "application/json",
                        "{\"realms\": [\"nowhere\"]}".getBytes(StandardCharsets.UTF_8)),
                "true");
        assertListed("OP18", "{}");
        assertRefusal(admin.post("/token/realm/OP18"), 400, 905, "ERR905: Missing parameter: 'realms'");
    }
}
