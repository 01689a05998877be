package org.symbolon.endtoend.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** The system settings over the wire. */
@WireTest
class SystemWireTest {

    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
    }

    private Answer store(String... parameters) {
        return admin.post("/system/setConfig", parameters);
    }

    @Test
    void settingsAreStoredAndRead() {
        assertValue(
                store("sys.one", "1", "sys.two", "zwei", "sys.two.desc", "a text"),
                "{'sys.one': 'insert', 'sys.two': 'insert'}");
        assertValue(store("sys.one", "2", "sys.new", ""), "{'sys.one': 'update', 'sys.new': 'insert'}");
        assertValue(admin.get("/system/sys.one"), "'2'");
        assertValue(admin.get("/system/sys.two"), "'zwei'");
        assertValue(admin.get("/system/sys.new"), "''");
        assertValue(admin.get("/system/sys.unknown"), "null");
        assertThat(admin.get("/system/").valueMap())
                .containsEntry("sys.one", "2")
                .containsEntry("sys.two", "zwei")
                .doesNotContainKey("sys.two.desc");
    }

    @Test
    void someSettingsAreTrueUnlessStored() {
        for (String key : List.of("PrependPin", "splitAtSign", "IncFailCountOnFalsePin", "ReturnSamlAttributes")) {
            assertValue(admin.get("/system/" + key), "'True'");
        }
    }

    @Test
    void administratorsSeeWhenTheSettingsChangedLast() {
        store("sys.any", "1");

        assertValue(admin.get("/system/__timestamp__"), "'~\\\\d{10}'");
    }

    @Test
    void passwordsAreNotAnswered() {
        assertValue(store("sys.secret", "geheim", "sys.secret.type", "password"), "{'sys.secret': 'insert'}");
        assertValue(admin.get("/system/sys.secret"), "'__CENSORED__'");
        assertValue(store("sys.secret", "geheimer"), "{'sys.secret': 'update'}");
        assertValue(admin.get("/system/sys.secret"), "'__CENSORED__'");
        assertThat(admin.get("/system/").valueMap()).containsEntry("sys.secret", "__CENSORED__");
    }

    @Test
    void numbersAndTruthsOfJsonBecomeTexts() {
        byte[] body = "{\"sys.number\": 5, \"sys.truth\": true}".getBytes(StandardCharsets.UTF_8);

        assertValue(
                admin.post("/system/setConfig", "application/json", body),
                "{'sys.number': 'insert', 'sys.truth': 'insert'}");

        assertValue(admin.get("/system/sys.number"), "'5'");
        assertValue(admin.get("/system/sys.truth"), "'True'");
    }

    @Test
    void settingsAreDeleted() {
        store("sys.gone", "1");

        assertValue(admin.delete("/system/sys.gone"), "true");
        assertValue(admin.get("/system/sys.gone"), "null");
        assertRefusal(admin.delete("/system/sys.gone"), 400, 302, "ERR302: The setting 'sys.gone' does not exist.");
    }

    @Test
    void defaultsOfTokensAreStoredUnderTheirOwnNames() {
        assertValue(
                admin.post("/system/setDefault", "defaultmaxfailcount", "10", "DefaultOtpLen", "6", "other", "x"),
                "{'DefaultMaxFailCount': 'insert', 'DefaultOtpLen': 'insert'}");
        assertValue(admin.post("/system/setDefault", "DefaultMaxFailCount", "10"), "{'DefaultMaxFailCount': 'update'}");
        assertValue(admin.get("/system/DefaultMaxFailCount"), "'10'");
        assertRefusal(
                admin.post("/system/setDefault", "other", "x"),
                400,
                77,
                "ERR77: Usage: parameters are: DefaultMaxFailCount, DefaultSyncWindow, DefaultCountWindow,"
                        + " DefaultOtpLen, DefaultResetFailCount");
        admin.delete("/system/DefaultMaxFailCount");
        admin.delete("/system/DefaultOtpLen");
    }

    @Test
    void randomnessIsHandedOut() {
        assertValue(admin.get("/system/random"), "'~[0-9a-f]{40}'");
        assertValue(admin.get("/system/random", "len", "16", "encode", "hex"), "'~[0-9a-f]{32}'");
        assertValue(admin.get("/system/random", "len", "3", "encode", "b64"), "'~[+/A-Za-z0-9]{4}'");
        assertThat(admin.get("/system/random").value())
                .isNotEqualTo(admin.get("/system/random").value());
        for (String bad : List.of("0", "4097")) {
            assertRefusal(
                    admin.get("/system/random", "len", bad),
                    400,
                    905,
                    "ERR905: Parameter 'len' must be a number from 1 to 4096");
        }
        assertRefusal(admin.get("/system/random", "len", "abc"), 400, 905, "ERR905: Parameter 'len' must be a number");
    }

    @Test
    void theMasterKeyIsReadyFromTheStart() {
        assertValue(admin.get("/system/hsm"), "{'is_ready': true}");
        assertRefusal(admin.post("/system/hsm", "password", "x"), 400, 707, "ERR707: HSM already set up.");
        assertRefusal(admin.post("/system/hsm"), 400, 905, "ERR905: Missing parameter: 'password'");
    }

    @Test
    void whatThereIsNothingOfIsEmpty() {
        assertValue(admin.get("/system/gpgkeys"), "{}");
    }
}
