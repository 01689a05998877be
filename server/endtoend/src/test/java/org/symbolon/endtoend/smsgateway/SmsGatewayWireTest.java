package org.symbolon.endtoend.smsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** Definitions of SMS gateways over the wire. */
@WireTest
class SmsGatewayWireTest {

    private static final String PACKAGE = "edumfa.lib.smsprovider.";
    private static final String HTTP = PACKAGE + "HttpSMSProvider.HttpSMSProvider";
    private static final String SCRIPT = PACKAGE + "ScriptSMSProvider.ScriptSMSProvider";

    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
    }

    private Object saved(String name, String... parameters) {
        List<String> all = new ArrayList<>(List.of("name", name));
        all.addAll(List.of(parameters));
        Answer answer = admin.post("/smsgateway", all.toArray(String[]::new));
        assertValue(answer, "'<int>'");
        return answer.value();
    }

    @Test
    void aGatewayIsDefinedAndItsSecretsShownToNobody() {
        Object number = saved(
                "wire sms",
                "module",
                HTTP,
                "description",
                "text",
                "option.URL",
                "https://a",
                "option.PASSWORD",
                "Sms-secret",
                "header.Authorization",
                "Header-secret",
                "header.X-Kind",
                "otp");
        String full =
                """
                {'id': %s, 'name': 'wire sms', 'providermodule': '%s', 'description': 'text',
                 'options': {'URL': 'https://a', 'PASSWORD': '__CENSORED__'},
                 'headers': {'Authorization': '__CENSORED__', 'X-Kind': 'otp'}}
                """
                        .formatted(number, HTTP);
        assertValue(admin.get("/smsgateway/" + number), "[" + full + "]");
        assertThat(admin.get("/smsgateway/").value())
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(ExpectedJson.parse(full));
        assertThat(admin.get("/smsgateway/nonumber").value())
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(ExpectedJson.parse(full));
        assertValue(admin.get("/smsgateway/99999999999"), "[]");

        assertThat(saved("wire sms", "module", SCRIPT, "option.PASSWORD", "__CENSORED__"))
                .isEqualTo(number);
        assertValue(
                admin.get("/smsgateway/" + number),
                """
                [{'id': %s, 'name': 'wire sms', 'providermodule': '%s', 'description': null,
                  'options': {'PASSWORD': '__CENSORED__'}, 'headers': {}}]
                """
                        .formatted(number, SCRIPT));

        assertValue(admin.delete("/smsgateway/wire%20sms"), number.toString());
        assertValue(admin.get("/smsgateway/" + number), "[]");
        assertRefusal(admin.delete("/smsgateway/wire%20sms"), 404, 601, "The requested SMSGateway could not be found.");
    }

    @Test
    void optionsAndHeadersAreTakenAwayOneByOne() {
        Object number =
                saved("wire-parts", "module", HTTP, "option.a", "1", "option.b", "2", "header.a", "3", "header.b", "4");
        String option = "/smsgateway/option/" + number + "/";
        assertValue(admin.delete(option + "option.a"), "'<int>'");
        assertValue(admin.delete(option + "b"), "'<int>'");
        assertValue(admin.delete(option + "header.b"), "'<int>'");
        assertJson(
                admin.get("/smsgateway/" + number).value(),
                """
                [{'id': %s, 'name': 'wire-parts', 'providermodule': '%s', 'description': '', 'options': {},
                  'headers': {'a': '3'}}]
                """
                        .formatted(number, HTTP));
        String missing = "The requested SMSGatewayOption could not be found.";
        assertRefusal(admin.delete(option + "option.a"), 404, 601, missing);
        assertRefusal(admin.delete("/smsgateway/option/99999999999/a"), 404, 601, missing);
        assertRefusal(admin.delete("/smsgateway/option/nonumber/a"), 404, 601, missing);
    }

    @Test
    void theKindsOfGatewaysAreListedWithTheirParameters() {
        admin.post("/smtpserver/wire-for-sms", "server", "mail");
        Map<String, Object> providers = admin.get("/smsgateway/providers").valueMap();
        assertThat(providers)
                .containsOnlyKeys(
                        HTTP,
                        SCRIPT,
                        PACKAGE + "HttpMessageToUidProvider.HttpMessageToUidProvider",
                        PACKAGE + "SmtpSMSProvider.SmtpSMSProvider",
                        PACKAGE + "SipgateSMSProvider.SipgateSMSProvider",
                        PACKAGE + "SmppSMSProvider.SmppSMSProvider",
                        PACKAGE + "FirebaseProvider.FirebaseProvider");
        assertJson(
                providers.get(SCRIPT),
                """
                {'options_allowed': false, 'parameters': {
                 'script': {'required': true, 'description': '~.+'},
                 'background': {'required': true, 'description': '~.+', 'values': ['background', 'wait']},
                 'REGEXP': {'required': false, 'description': '~.+'}}}
                """);
        Object mail = ExpectedJson.entry(
                ExpectedJson.entry(providers.get(PACKAGE + "SmtpSMSProvider.SmtpSMSProvider"), "parameters"),
                "SMTPIDENTIFIER");
        assertThat(ExpectedJson.entry(mail, "values"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("wire-for-sms");
    }

    @Test
    void whatIsNoGatewayIsRefused() {
        assertRefusal(admin.post("/smsgateway", "module", HTTP), 400, 905, "ERR905: Missing parameter: 'name'");
        assertRefusal(admin.post("/smsgateway", "name", "x"), 400, 905, "ERR905: Missing parameter: 'module'");
        assertRefusal(
                admin.post("/smsgateway", "name", "wire-none", "module", "nosuch"),
                400,
                905,
                "ERR905: Unknown SMS provider in parameter 'module'");
    }
}
