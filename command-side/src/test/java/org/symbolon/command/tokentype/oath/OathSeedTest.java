package org.symbolon.command.tokentype.oath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.tokentype.Requests.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.EnrolmentRequest;

class OathSeedTest {

    @Test
    void aGivenSeedIsKeptAsItIs() {
        assertThat(seed(with("otpkey", "ABCdef00"))).isEqualTo("ABCdef00");
        assertThat(seed(with("otpkey", "abc", "otpkeyformat", "hex"))).isEqualTo("abc");
        assertThat(seed(with("otpkey", "abc", "otpkeyformat", ""))).isEqualTo("abc");
    }

    @ParameterizedTest
    @CsvSource({"MD5, 32", "SHA1, 40", "SHA256, 64", "SHA512, 128"})
    void aGeneratedSeedIsAsLongAsTheHash(HashAlgorithm algorithm, int characters) {
        assertThat(OathSeed.of(with("genkey", "True"), algorithm).length()).isEqualTo(characters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keysize", "key_size"})
    void theSizeOfAGeneratedSeedCanBeChosen(String parameter) {
        assertThat(seed(with("genkey", "1", parameter, "3"))).isEqualTo("000102");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "513", "-1", "many"})
    void aSizeOutOfBoundsIsRefused(String size) {
        assertRefused(with("genkey", "1", "keysize", size), "Parameter 'keysize' must be a number from 1 to 512");
    }

    @Test
    void aGeneratedSeedWinsOverAGivenOne() {
        assertThat(seed(with("genkey", "1", "otpkey", "abcdef"))).startsWith("000102");
    }

    @Test
    void aGenkeyThatIsNotTrueGeneratesNothing() {
        assertThat(seed(with("genkey", "0", "otpkey", "abcdef"))).isEqualTo("abcdef");
        assertRefused(with("genkey", "0"), "Missing parameter: 'otpkey'");
    }

    @Test
    void anEmptySeedIsRefused() {
        assertRefused(with("otpkey", ""), "Parameter 'otpkey' must not be empty");
    }

    @Test
    void aSeedLongerThanItsColumnIsRefused() {
        assertRefused(with("otpkey", "a".repeat(1392)), "Parameter 'otpkey' must not be longer than 1391 characters");
    }

    @Test
    void anUnknownFormatIsRefused() {
        assertRefused(with("otpkey", "abc", "otpkeyformat", "base64"), "Unknown OTP key format: 'base64'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3VLYHPABAIBQIBIGA4EA", "3vlyhpabaibqibiga4ea", "3VLYHPABAIBQIBIGA4EA===="})
    void aCheckedSeedIsDecodedWhateverItsCaseAndPadding(String text) {
        assertThat(seed(checked(text))).isEqualTo("0102030405060708");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3VLYHPABAIBQIBIGA4E1", "3VLY HPAB", "ä", "3VLYHPABAIBQIBIGA", "3VLYHPABAIBQIBIGA4EAAA", "A"})
    void whatIsNoBase32IsRefused(String text) {
        assertRefused(checked(text), "Malformed base32check data: Invalid base32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA", "3VLYHPA", "====="})
    void whatHasNoRoomForAPayloadIsTooShort(String text) {
        assertRefused(checked(text), "Malformed base32check data: Too short");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3VLYHPABAIBQIBIGA4IA", "2VLYHPABAIBQIBIGA4EA", "3VLYHPABAIBQIBIGA4EAA"})
    void whatWasMistypedIsFoundByItsChecksum(String text) {
        assertRefused(checked(text), "Malformed base32check data: Incorrect checksum");
    }

    @Test
    void base32IsThatOfRfc4648WithoutPadding() {
        assertThat(OathSeed.toBase32(new byte[] {'f', 'o', 'o', 'b', 'a'})).isEqualTo("MZXW6YTB");
        assertThat(OathSeed.toBase32(new byte[] {'f', 'o', 'o', 'b'})).isEqualTo("MZXW6YQ");
        assertThat(OathSeed.toBase32(new byte[] {'f'})).isEqualTo("MY");
    }

    private static EnrolmentRequest checked(String text) {
        return with("otpkey", text, "otpkeyformat", "base32check");
    }

    private static String seed(EnrolmentRequest request) {
        return OathSeed.of(request, HashAlgorithm.SHA1).reveal();
    }

    private static void assertRefused(EnrolmentRequest request, String message) {
        assertThatThrownBy(() -> OathSeed.of(request, HashAlgorithm.SHA1))
                .hasMessage(message)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(905));
    }
}
