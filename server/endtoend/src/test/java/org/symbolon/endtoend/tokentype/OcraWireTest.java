package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.tokentype.ocra.Ocra;
import org.symbolon.command.tokentype.ocra.Ocra.Moment;
import org.symbolon.command.tokentype.ocra.OcraSuite;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.ScannedCode;
import org.symbolon.endtoend.harness.WireTest;
import org.symbolon.events.shared.Secret;

/** Questions to devices that compute a response, over the wire. */
@WireTest
class OcraWireTest {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String SEED32 = "3132333435363738393031323334353637383930313233343536373839303132";

    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
    }

    private void enrol(String serial, String suite, String seed, String... more) {
        assertValue(
                admin.post(
                        "/token/init",
                        ApiClient.joined(
                                more,
                                "type",
                                "ocra",
                                "serial",
                                serial,
                                "ocrasuite",
                                suite,
                                "otpkey",
                                seed,
                                "pin",
                                "1234")),
                "true",
                "{'serial': '" + serial + "', 'otpkey': {'description': 'OTP seed', 'value': 'seed://" + seed
                        + "', 'img': '~data:image/png;base64,.*'}}");
    }

    private static String response(String suite, String seed, String question, long counter) {
        OcraSuite read = OcraSuite.read(suite);
        return Ocra.of(read, Secret.of(seed), Secret.of("1234"))
                .orElseThrow()
                .response(Ocra.question(read.format(), question).orElseThrow(), new Moment(counter, "", 0));
    }

    private static String asked(Answer answer) {
        return ((Map<?, ?>) answer.detail().get("attributes")).get("challenge").toString();
    }

    private Answer answer(Answer asked, String serial, String response, String... more) {
        return admin.post(
                "/validate/check",
                ApiClient.joined(
                        more,
                        "serial",
                        serial,
                        "transaction_id",
                        asked.detail().get("transaction_id").toString(),
                        "pass",
                        response));
    }

    @Test
    void thePinAsksAndTheResponseLogsInOnce() {
        enrol("OCRAWIRE1", "OCRA-1:HOTP-SHA1-8:QH40", SEED);

        Answer asked = admin.check("serial", "OCRAWIRE1", "1234");
        assertDecision(
                asked,
                "false",
                "CHALLENGE",
                """
                {'message': 'Please answer the challenge', 'messages': ['Please answer the challenge'],
                 'serial': 'OCRAWIRE1', 'type': 'ocra',
                 'client_mode': 'interactive', 'preferred_client_mode': 'interactive',
                 'transaction_id': '~[0-9]{20}', 'transaction_ids': ['~[0-9]{20}'],
                 'attributes': {'challenge': '~[0-9a-f]{40}'},
                 'multi_challenge': [{'client_mode': 'interactive', 'message': 'Please answer the challenge',
                   'serial': 'OCRAWIRE1', 'transaction_id': '~[0-9]{20}', 'type': 'ocra',
                   'attributes': {'challenge': '~[0-9a-f]{40}'}}]}
                """);
        String right = response("OCRA-1:HOTP-SHA1-8:QH40", SEED, asked(asked), 0);
        assertThat(answer(asked, "OCRAWIRE1", "00000000").isAccepted()).isFalse();
        assertDecision(
                answer(asked, "OCRAWIRE1", right),
                "true",
                "ACCEPT",
                "{'message': 'Found matching challenge', 'serial': 'OCRAWIRE1'}");
        assertThat(answer(asked, "OCRAWIRE1", right).isAccepted()).isFalse();
    }

    @Test
    void aProgramSaysWhatIsAsked() {
        enrol("OCRAWIRE2", "OCRA-1:HOTP-SHA256-8:C-QH64-PSHA1", SEED32, "ocra.pin", "1234");

        Answer asked = admin.post(
                "/validate/check",
                "serial",
                "OCRAWIRE2",
                "pass",
                "1234",
                "challenge",
                "pay-Bob-10-",
                "hashchallenge",
                "sha256",
                "addrandomchallenge",
                "8");
        Map<?, ?> attributes = (Map<?, ?>) asked.detail().get("attributes");
        String original = attributes.get("original_challenge").toString();
        assertThat(original).matches("pay-Bob-10-[0-9A-Za-z]{8}");
        assertThat(ScannedCode.of(attributes.get("qrcode").toString()).text()).isEqualTo(original);
        assertThat(asked(asked)).matches("[0-9a-f]{64}");
        assertThat(answer(asked, "OCRAWIRE2", response("OCRA-1:HOTP-SHA256-8:C-QH64-PSHA1", SEED32, asked(asked), 3))
                        .isAccepted())
                .isTrue();
        Map<?, ?> listed = (Map<?, ?>)
                admin.get("/token/", "serial", "OCRAWIRE2").rows("tokens").get(0);
        assertThat((Object) listed.get("count")).isEqualTo(4);
        assertThat(listed.get("info").toString()).doesNotContain("ocra.pin=1234");
    }

    @Test
    void anAdministratorAsksForAProgram() {
        enrol("OCRAWIRE3", "OCRA-1:HOTP-SHA1-6:QN08", SEED);

        Answer asked = admin.post("/validate/triggerchallenge", "serial", "OCRAWIRE3", "challenge", "12345678");
        assertThat(asked(asked)).isEqualTo("12345678");
        assertThat(answer(asked, "OCRAWIRE3", response("OCRA-1:HOTP-SHA1-6:QN08", SEED, "12345678", 0))
                        .isAccepted())
                .isTrue();
        assertRefusal(
                admin.post("/validate/triggerchallenge", "serial", "OCRAWIRE3", "challenge", "12345678"),
                400,
                905,
                "ERR905: Parameter 'challenge' was answered before");
        assertRefusal(
                admin.post("/validate/check", "serial", "OCRAWIRE3", "pass", "1234", "challenge", "x"),
                400,
                905,
                "ERR905: Parameter 'challenge' is none that the suite of the token allows");
    }

    @Test
    void aSuiteThatIsNoneIsRefused() {
        assertRefusal(
                admin.post("/token/init", "type", "ocra", "otpkey", SEED, "ocrasuite", "OCRA-1:HOTP-SHA1-6:C"),
                400,
                905,
                "ERR905: Unknown OCRA suite in parameter 'ocrasuite'");
    }

    @Test
    void devicesComeFromAFileWithTheirSuites() {
        admin.upload("/token/load/ocra.csv", "OCRAFILE1," + SEED + ",ocra,OCRA-1:HOTP-SHA1-6:QN08", "type", "oathcsv");

        Answer asked = admin.post("/validate/check", "serial", "OCRAFILE1", "pass", "", "challenge", "33333333");
        assertThat(answer(asked, "OCRAFILE1", "740991").isAccepted()).isTrue();
    }
}
