package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** Tokens that are as good as several of others, over the wire. */
@WireTest
class FourEyesWireTest {

    private static final String QUESTION = "Please authenticate with another token from either realm: foureyes.";

    private final Map<String, Device> devices = new HashMap<>();
    private final Map<String, Integer> used = new HashMap<>();
    private ApiClient admin;
    private Tenant tenant;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        admin = server.admin();
        tenant = Tenant.create(server, "foureyes", folder, 4);
        SplittableRandom random = new SplittableRandom(44);
        for (int user = 1; user <= 3; user++) {
            String serial = "EYE" + user;
            devices.put(serial, Device.random(random));
            tenant.enrol(
                    serial,
                    "user" + user,
                    "type",
                    "hotp",
                    "otpkey",
                    devices.get(serial).seed(),
                    "pin",
                    "pin" + user);
        }
    }

    /** PIN and value of a user's own token. */
    private String pass(int user) {
        String serial = "EYE" + user;
        return "pin" + user + devices.get(serial).otp(used.merge(serial, 1, Integer::sum) - 1);
    }

    private void enrol(String serial, String separator) {
        assertValue(
                admin.post(
                        "/token/init",
                        "type",
                        "4eyes",
                        "serial",
                        serial,
                        "4eyes",
                        "foureyes:2",
                        "separator",
                        separator,
                        "pin",
                        "own"),
                "true",
                "{'serial': '" + serial + "'}");
    }

    private Map<?, ?> listed(String serial) {
        return (Map<?, ?>) admin.get("/token/", "serial", serial).rows("tokens").get(0);
    }

    private Answer answer(Answer asked, String serial, String pass) {
        return admin.post(
                "/validate/check",
                "serial",
                serial,
                "transaction_id",
                asked.detail().get("transaction_id").toString(),
                "pass",
                pass);
    }

    @Test
    void twoAtOnceAreLetInAndTheirValuesAreUsedUp() {
        enrol("EYES1", "|");
        String both = pass(1) + "|" + pass(2);

        assertDecision(
                admin.check("serial", "EYES1", both),
                "true",
                "ACCEPT",
                "{'message': 'matching 1 tokens', 'serial': 'EYES1', 'type': '4eyes', 'otplen': 6}");
        assertThat(admin.check("serial", "EYES1", both).isAccepted()).isFalse();
        String twice = pass(1);
        assertThat(admin.check("serial", "EYES1", twice + "|" + pass(1)).isAccepted())
                .isFalse();
        assertThat((Object) listed("EYES1").get("failcount")).isEqualTo(2);
    }

    @Test
    void thePinAsksAndTwoAnswerOneAfterAnother() {
        enrol("EYES2", " ");

        Answer asked = admin.check("serial", "EYES2", "own");
        assertDecision(
                asked,
                "false",
                "CHALLENGE",
                """
                {'message': '%1$s', 'messages': ['%1$s'], 'serial': 'EYES2', 'type': '4eyes',
                 'client_mode': 'interactive', 'preferred_client_mode': 'interactive',
                 'transaction_id': '~[0-9]{20}', 'transaction_ids': ['~[0-9]{20}'],
                 'attributes': {'valid_until': '~[-0-9]{10} [0-9:]{8}[.][0-9]{6}'},
                 'multi_challenge': [{'client_mode': 'interactive', 'message': '%1$s', 'serial': 'EYES2',
                   'transaction_id': '~[0-9]{20}', 'type': '4eyes',
                   'attributes': {'valid_until': '~[-0-9]{10} [0-9:]{8}[.][0-9]{6}'}}]}
                """
                        .formatted(QUESTION));
        assertThat(answer(asked, "EYES2", "wrong").isAccepted()).isFalse();
        assertThat(admin.get("/validate/polltransaction/" + asked.detail().get("transaction_id"))
                        .value())
                .isEqualTo(false);
        Answer more = answer(asked, "EYES2", pass(1));
        assertThat(more.detail().get("message")).isEqualTo(QUESTION);
        assertThat(answer(more, "EYES2", pass(1)).isAccepted()).isFalse();
        assertThat(answer(more, "EYES2", pass(2)).isAccepted()).isTrue();
        assertThat(answer(more, "EYES2", pass(3)).isAccepted()).isFalse();
    }

    @Test
    void oneOfThemBeginsWithoutThePin() {
        enrol("EYES3", " ");

        Answer asked = admin.check("serial", "EYES3", pass(2));
        assertThat(asked.detail().get("message")).isEqualTo(QUESTION);
        assertThat(answer(asked, "EYES3", pass(3)).isAccepted()).isTrue();
    }

    /** eduMFA counts a wrong part as a failure of each token of the realm. */
    @Test
    void whoeverGuessesLocksNobodyElse() {
        enrol("EYES4", "|");
        for (int guess = 0; guess < 12; guess++) {
            admin.check("serial", "EYES4", "pin3000000|pin1000000");
        }

        assertThat((Object) listed("EYE3").get("failcount")).isEqualTo(0);
        assertThat((Object) listed("EYES4").get("failcount")).isEqualTo(10);
        assertThat(admin.check("serial", "EYES4", pass(3) + "|" + pass(2)).isAccepted())
                .isFalse();
    }

    @Test
    void whatSaysNotHowManyIsRefused() {
        assertRefusal(admin.post("/token/init", "type", "4eyes"), 400, 905, "ERR905: Missing parameter: '4eyes'");
        assertRefusal(
                admin.post("/token/init", "type", "4eyes", "4eyes", "foureyes:2", "separator", "||"),
                400,
                905,
                "ERR905: The separator must only be one single character");
    }
}
