package org.symbolon.api.tokenfile.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.api.tokenfile.format.Reading.SEED;
import static org.symbolon.api.tokenfile.format.Reading.assertRefused;
import static org.symbolon.api.tokenfile.format.Reading.assertToken;
import static org.symbolon.api.tokenfile.format.Reading.only;
import static org.symbolon.api.tokenfile.format.Reading.tokens;
import static org.symbolon.api.tokenfile.format.TokenFileType.PSKC;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys in clear: RFC 6030, sections 4 and 5. */
class PskcTest {

    private static final String BASE64 = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=";
    private static final String HOTP = "urn:ietf:params:xml:ns:keyprov:pskc:hotp";
    private static final String TOTP = "urn:ietf:params:xml:ns:keyprov:pskc:totp";
    private static final String DEVICE =
            "<DeviceInfo><Manufacturer>Demo</Manufacturer><SerialNo>S1</SerialNo></DeviceInfo>";
    private static final String FORMAT = "<ResponseFormat Length=\"6\" Encoding=\"DECIMAL\"/>";

    private static String file(String device, String id, String algorithm, String parameters, String data) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <pskc:KeyContainer Version="1.0" xmlns:pskc="urn:ietf:params:xml:ns:keyprov:pskc">
                 <pskc:KeyPackage>%s<pskc:Key Id="%s" Algorithm="%s">
                   <AlgorithmParameters>%s</AlgorithmParameters>
                   <Data>%s</Data>
                 </pskc:Key></pskc:KeyPackage>
                </pskc:KeyContainer>
                """
                .formatted(device, id, algorithm, parameters, data);
    }

    private static String secret(String base64) {
        return "<Secret><PlainValue>" + base64 + "</PlainValue></Secret>";
    }

    private static String data(String name, String value) {
        return "<" + name + "><PlainValue>" + value + "</PlainValue></" + name + ">";
    }

    @Test
    void aHotpTokenHasSerialManufacturerLengthAndCounter() {
        TokenRecord token = only(PSKC, file(DEVICE, "id", HOTP, FORMAT, secret(BASE64) + data("Counter", "5")));

        assertToken(token, "S1", "hotp", SEED, Map.of("otplen", "6", "hashlib", "sha1", "description", "Demo"));
        assertThat(token.counter()).isEqualTo(5);
    }

    @Test
    void aTotpTokenHasCounterTimeStepAndDrift() {
        TokenRecord token = only(
                PSKC,
                file(
                        "",
                        "T1",
                        TOTP,
                        "<Suite>HMAC-SHA256</Suite><ResponseFormat Length='8'/>",
                        secret(BASE64)
                                + data("Counter", "7")
                                + data("TimeInterval", "60")
                                + data("TimeDrift", "-4.5")));

        assertToken(
                token,
                "T1",
                "totp",
                SEED,
                Map.of("otplen", "8", "hashlib", "sha256", "timeStep", "60", "timeShift", "-4.5"));
        assertThat(token.counter()).isEqualTo(7);
    }

    @Test
    void whatATotpTokenDoesNotSayIsLeftOpen() {
        TokenRecord token = only(PSKC, file("", "T1", TOTP, FORMAT, secret(BASE64)));

        assertThat(token.parameters()).containsOnlyKeys("otplen", "hashlib");
        assertThat(token.counter()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "<Suite>SHA512</Suite>,sha512",
        "<Suite/>,sha1",
        "<Suite hashalgo='sha256'/>,sha256",
        "<Suite>SHA-1</Suite>,sha1",
        "<Suite>whirlpool</Suite>,whirlpool",
        "'',sha1"
    })
    void suiteSaysTheHashFunction(String suite, String hash) {
        assertThat(only(PSKC, file("", "T1", HOTP, suite + FORMAT, secret(BASE64)))
                        .parameters())
                .containsEntry("hashlib", hash);
    }

    @Test
    void theKeysOfAYubikeyAreToldApartByTheirSlots() {
        String aes = "http://www.yubico.com/#yubikey-aes";

        assertToken(
                only(PSKC, file(DEVICE, "700123:1", aes, "", secret(BASE64))),
                "UBAM700123_1",
                "yubikey",
                SEED,
                Map.of("description", "Demo"));
        assertThat(only(PSKC, file(DEVICE, "700123:2", HOTP, FORMAT, secret(BASE64))))
                .returns("UBOM700123_2", TokenRecord::serial)
                .returns("hotp", TokenRecord::type);
        assertThat(only(PSKC, file("", "700123:2", TOTP, FORMAT, secret(BASE64)))
                        .serial())
                .isEqualTo("700123:2");
        assertThat(only(PSKC, file(DEVICE, "x:2", aes, "", secret(BASE64))).serial())
                .isEqualTo("S1");
    }

    @Test
    void aPasswordIsText() {
        assertToken(
                only(PSKC, file("", "P1", "urn:ietf:params:xml:ns:keyprov:pskc:pw", FORMAT, secret(BASE64))),
                "P1",
                "pw",
                "12345678901234567890",
                Map.of("otplen", "6"));
    }

    @Test
    void namesHaveAnyCaseAndPrefixes() {
        String file = file(DEVICE, "id", HOTP, FORMAT, secret(BASE64))
                .replace("KeyPackage", "KEYPACKAGE")
                .replace("PlainValue", "x:plainvalue")
                .replace("Length", "LENGTH");

        assertThat(only(PSKC, file).key().reveal()).isEqualTo(SEED);
    }

    @Test
    void aContainerMayBeEmptyAndAnywhere() {
        assertThat(tokens(PSKC, "<a><KeyContainer/></a>")).isEmpty();
    }

    @Test
    void withoutAContainerThereIsNothing() {
        assertRefused(PSKC, "<a/>", 304, "No KeyContainer found in PSKC data. Could not import any tokens.");
        assertRefused(PSKC, "a,b", 304, "The file is no well-formed XML. No token was imported.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            <SerialNo>S1</SerialNo>       | <SerialNo/>           | Id="id" | Id="" | the serial is missing
            <PlainValue>MTIz              | <PlainValue>M!Iz      | a       | a     | a value is no base64
            <Secret>                      | <NoSecret>            | </Secret> | </NoSecret> | the secret is missing
            Length="6"                    | Width="6"             | a       | a     | the length of ResponseFormat is missing
            Length="6"                    | Length="x"            | a       | a     | the length of a value is no number
            <PlainValue>5                 | <PlainValue>five      | a       | a     | the counter is no number from 0 to 2147483647
            <PlainValue>MTIzNDU2Nzg5MDEyMzQ1Njc4OTA= | <PlainValue> | a     | a     | the key is missing or no hexadecimal number
            <pskc:Key                     | <pskc:NoKey           | </pskc:Key> | </pskc:NoKey> | the key is missing
            """)
    void whatIsMalformedIsRefused(String from, String to, String otherFrom, String otherTo, String fault) {
        String sound = file(DEVICE, "id", HOTP, FORMAT, secret(BASE64) + data("Counter", "5"));
        String spoiled = sound.replace(from, to);
        if (!otherFrom.equals("a")) {
            spoiled = spoiled.replace(otherFrom, otherTo);
        }
        if (from.equals("<pskc:Key")) {
            spoiled = spoiled.replace("<pskc:NoKeyPackage", "<pskc:KeyPackage")
                    .replace("<pskc:NoKeyContainer", "<pskc:KeyContainer");
        }

        assertThat(spoiled).isNotEqualTo(sound);
        assertRefused(PSKC, spoiled, 304, "In key package 1 " + fault + ". No token was imported.");
    }

    @ParameterizedTest
    @CsvSource({"TimeInterval,x,TimeInterval is no number", "TimeDrift,1e5,TimeDrift is no number"})
    void soAreTimes(String name, String value, String fault) {
        assertRefused(
                PSKC,
                file("", "T1", TOTP, FORMAT, secret(BASE64) + data(name, value)),
                304,
                "In key package 1 " + fault + ". No token was imported.");
    }
}
