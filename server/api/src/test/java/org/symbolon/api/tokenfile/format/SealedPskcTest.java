package org.symbolon.api.tokenfile.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.api.tokenfile.format.Reading.SEED;
import static org.symbolon.api.tokenfile.format.Reading.assertRefused;
import static org.symbolon.api.tokenfile.format.Reading.told;
import static org.symbolon.api.tokenfile.format.TokenFileType.PSKC;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that are encrypted: RFC 6030, section 6. The values were made by another program. */
class SealedPskcTest {

    private static final String KEY = "00112233445566778899aabbccddeeff";
    private static final String BY_KEY = "<EncryptionKey><ds:KeyName>psk1</ds:KeyName></EncryptionKey>";
    private static final String BY_PASSWORD =
            """
            <EncryptionKey><xenc11:DerivedKey>
             <xenc11:KeyDerivationMethod Algorithm="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#pbkdf2">
              <pkcs5:PBKDF2-params><Salt><Specified>oaKjpKWmp6g=</Specified></Salt>
               <IterationCount>1000</IterationCount><KeyLength>16</KeyLength><PRF/>
              </pkcs5:PBKDF2-params></xenc11:KeyDerivationMethod></xenc11:DerivedKey></EncryptionKey>
            """;
    private static final String[] SEALED_BY_KEY = {
        "EBESExQVFhcYGRobHB0eHzD+8otyWdjBuXPOA+7g94jFaGTgcbyG+GIc0QhVygK8",
        "ICEiIyQlJicoKSorLC0uL0lWtWrmUoHdJ1NuFlQraBNoGFYX+CeQ/5FiuPjLO5zH",
        "gE/xb0gQSwvLLnI50cMIlnnAYXQ="
    };
    private static final String[] SEALED_BY_PASSWORD = {
        "EBESExQVFhcYGRobHB0eH4o64q/2e0N/RSSEpsYUt3ojp6V8tUtHORkPQxgItrmk",
        "ICEiIyQlJicoKSorLC0uL+r/IBmfW2cCoxuWgmfCOQBg95d7TlmhUlDglZiJIw+F",
        "KumIuXszxegUjcYdb9aZzeZuzig="
    };
    private static final String METHOD =
            "<xenc:EncryptionMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#aes128-cbc\"/>";
    private static final String MAC_METHOD =
            """
            <MACMethod Algorithm="http://www.w3.org/2000/09/xmldsig#hmac-sha1"><MACKey>%s
             <xenc:CipherData><xenc:CipherValue>%s</xenc:CipherValue></xenc:CipherData></MACKey></MACMethod>
            """;

    private static String file(String encryptionKey, String macMethod, String... packages) {
        return "<KeyContainer Version=\"1.0\">" + encryptionKey + macMethod + String.join("", packages)
                + "</KeyContainer>";
    }

    private static String keyPackage(String serial, String cipherValue, String valueMac) {
        return """
                <KeyPackage><DeviceInfo><SerialNo>%s</SerialNo></DeviceInfo>
                 <Key Id="%1$s" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:totp">
                  <AlgorithmParameters><ResponseFormat Length="8"/></AlgorithmParameters>
                  <Data><Secret><EncryptedValue>%s
                    <xenc:CipherData><xenc:CipherValue>%s</xenc:CipherValue></xenc:CipherData>
                  </EncryptedValue>%s</Secret></Data>
                 </Key></KeyPackage>
                """
                .formatted(serial, METHOD, cipherValue, valueMac);
    }

    private static String mac(String value) {
        return "<ValueMAC>" + value + "</ValueMAC>";
    }

    private static String sealed(String encryptionKey, String... values) {
        return file(
                encryptionKey, MAC_METHOD.formatted(METHOD, values[0]), keyPackage("S1", values[1], mac(values[2])));
    }

    private static PskcOptions key(String macRule) {
        return PskcOptions.of(KEY, "", macRule);
    }

    private static void assertFault(String file, PskcOptions options, String fault) {
        assertRefused(PSKC, file, options, 304, fault);
    }

    @Test
    void aSharedKeyOpensThem() {
        Reading.Told read = told(PSKC, sealed(BY_KEY, SEALED_BY_KEY), key("check_fail_hard"));

        assertThat(read.tokens()).singleElement().returns(SEED, token -> token.key()
                .reveal());
        assertThat(read.doubtful()).isZero();
    }

    @Test
    void aPasswordOpensThem() {
        Reading.Told read =
                told(PSKC, sealed(BY_PASSWORD, SEALED_BY_PASSWORD), PskcOptions.of("", "qwerty", "check_fail_hard"));

        assertThat(read.tokens()).singleElement().returns(SEED, token -> token.key()
                .reveal());
    }

    @Test
    void withoutKeyOrPasswordTheyStayClosed() {
        assertFault(
                sealed(BY_KEY, SEALED_BY_KEY),
                PskcOptions.of("", "qwerty", "no_check"),
                "The keys are encrypted with a Pre Shared Key, which is missing.");
        assertFault(
                sealed(BY_PASSWORD, SEALED_BY_PASSWORD),
                key("no_check"),
                "The keys are encrypted with a password, which is missing.");
    }

    @Test
    void withAWrongKeyOrPasswordNothingIsTaken() {
        PskcOptions wrongKey = PskcOptions.of("ff112233445566778899aabbccddeeff", "", "check_fail_soft");
        PskcOptions wrongPassword = PskcOptions.of("", "qwertz", "check_fail_soft");
        String fault = "In MACMethod a value cannot be decrypted with this key or password. No token was imported.";

        assertFault(sealed(BY_KEY, SEALED_BY_KEY), wrongKey, fault);
        assertFault(sealed(BY_PASSWORD, SEALED_BY_PASSWORD), wrongPassword, fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<ValueMAC>AAAAAAAAAAAAAAAAAAAAAAAAAAA=</ValueMAC>", "", "<ValueMAC/>"})
    void aMacThatDoesNotFitIsTreatedByItsRule(String valueMac) {
        String[] values = SEALED_BY_KEY;
        String file = file(
                BY_KEY,
                MAC_METHOD.formatted(METHOD, values[0]),
                keyPackage("S1", values[1], mac(values[2])),
                keyPackage("S2", values[1], valueMac));

        assertFault(
                file,
                key("check_fail_hard"),
                "In key package 2 the MAC is missing or does not fit. No token was imported.");
        assertThat(told(PSKC, file, key("check_fail_soft"))).satisfies(read -> {
            assertThat(read.tokens()).extracting(TokenRecord::serial).containsExactly("S1");
            assertThat(read.doubtful()).isEqualTo(1);
        });
        assertThat(told(PSKC, file, key("no_check")).tokens())
                .extracting(TokenRecord::serial)
                .containsExactly("S1", "S2");
    }

    @Test
    void withoutAMethodNothingProvesAnything() {
        String file = file(BY_KEY, "", keyPackage("S1", SEALED_BY_KEY[1], mac(SEALED_BY_KEY[2])));

        assertFault(
                file,
                key("check_fail_hard"),
                "In key package 1 the MAC is missing or does not fit. No token was imported.");
        assertThat(told(PSKC, file, key("check_fail_soft")).doubtful()).isEqualTo(1);
        assertThat(told(PSKC, file, key("no_check")).tokens()).hasSize(1);
    }

    @Test
    void anotherValueThanThatOfTheMacIsNoticed() {
        String changed = "ICEiIyQlJicoKSorLC0uMElWtWrmUoHdJ1NuFlQraBNoGFYX+CeQ/5FiuPjLO5zH";
        String file = sealed(BY_KEY, SEALED_BY_KEY[0], changed, SEALED_BY_KEY[2]);

        assertFault(
                file,
                key("check_fail_hard"),
                "In key package 1 the MAC is missing or does not fit. No token was imported.");
        assertThat(told(PSKC, file, key("no_check")).tokens())
                .singleElement()
                .satisfies(token -> assertThat(token.key().reveal()).isNotEqualTo(SEED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            #aes128-cbc                  | #aes256-cbc          | MACMethod     | a value is encrypted in another way than aes128-cbc
            #hmac-sha1                   | #hmac-none           | MACMethod     | the algorithm is unknown
            Algorithm="http://www.w3.org/2000/09/xmldsig#hmac-sha1" | A="" | MACMethod | the algorithm is unknown
            EBESExQVFhcYGRobHB0eHzD+     | EBESExQVFhcYGRob!!!! | MACMethod     | a value is no base64
            EBESExQVFhcYGRobHB0eHzD+     | EBES                 | MACMethod     | an encrypted value has no fitting length
            gE/xb0gQSwvLLnI50cMIlnnAYXQ= | gE!                  | key package 1 | a value is no base64
            ICEiIyQlJicoKSorLC0uL0lWtWrmUoHdJ1NuFlQraBNoGFYX+CeQ/5FiuPjLO5zH | ICEiIyQlJicoKSorLC0uLw== | key package 1 | the MAC is missing or does not fit
            """)
    void whatIsMalformedIsRefused(String from, String to, String place, String fault) {
        String sound = sealed(BY_KEY, SEALED_BY_KEY);
        String spoiled = sound.replace(from, to);

        assertThat(spoiled).isNotEqualTo(sound);
        assertFault(spoiled, key("check_fail_hard"), "In " + place + " " + fault + ". No token was imported.");
    }

    @Test
    void aValueThatIsTooShortIsRefusedEvenWithoutACheck() {
        assertFault(
                file(BY_KEY, "", keyPackage("S1", "ICEiIyQlJicoKSorLC0uLw==", "")),
                key("no_check"),
                "In key package 1 an encrypted value has no fitting length. No token was imported.");
        assertFault(
                file(BY_KEY, "<MACMethod Algorithm='#hmac-sha1'/>", keyPackage("S1", SEALED_BY_KEY[1], mac("AA=="))),
                key("check_fail_soft"),
                "In MACMethod MACKey is missing. No token was imported.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            #pbkdf2                      | #pbkdf1              | the key is made in another way than by PBKDF2
            KeyDerivationMethod          | OtherMethod          | the key is made in another way than by PBKDF2
            PBKDF2-params                | other-params         | the parameters of PBKDF2 are missing
            <PRF/>                       | <PRF Algorithm="#hmac-sha256"/> | PBKDF2 uses another function than hmac-sha1
            <KeyLength>16                | <KeyLength>32        | the key has another length than 16 bytes
            oaKjpKWmp6g=                 | ''                   | the salt has no fitting length
            <IterationCount>1000         | <IterationCount>0    | the number of rounds is none from 1 to 2000000
            <IterationCount>1000         | <IterationCount>     | the number of rounds is none from 1 to 2000000
            <IterationCount>1000         | <IterationCount>2000001 | the number of rounds is none from 1 to 2000000
            <IterationCount>1000         | <IterationCount>99999999999 | the number of rounds is none from 1 to 2000000
            """)
    void soAreTheParametersOfAPassword(String from, String to, String fault) {
        String sound = sealed(BY_PASSWORD, SEALED_BY_PASSWORD);
        String spoiled = sound.replace(from, to);

        assertThat(spoiled).isNotEqualTo(sound);
        assertFault(
                spoiled,
                PskcOptions.of("", "qwerty", "check_fail_hard"),
                "In EncryptionKey " + fault + ". No token was imported.");
    }
}
