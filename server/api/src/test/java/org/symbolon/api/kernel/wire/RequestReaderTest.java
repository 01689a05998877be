package org.symbolon.api.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.Parameters;

class RequestReaderTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String MULTIPART = "multipart/form-data; boundary=B";

    @Test
    void theQueryBeatsTheFormOnPost() {
        assertThat(read("POST", "a=query&c=1", FORM, "a=form&b=2").all())
                .isEqualTo(Map.of("a", "query", "b", "2", "c", "1"));
    }

    @Test
    void theFormBeatsTheQueryOnGet() {
        assertThat(read("GET", "a=query", FORM, "a=form").all()).isEqualTo(Map.of("a", "form"));
    }

    @Test
    void otherMethodsHaveNoForm() {
        assertThat(read("DELETE", "a=query", FORM, "b=form").all()).isEqualTo(Map.of("a", "query"));
    }

    @Test
    void jsonBeatsTheQueryAndKeepsItsTypes() {
        Parameters parameters = read("POST", "a=query", JSON, "{\"a\": 1, \"b\": [true, null], \"c\": {\"d\": \"e\"}}");
        assertThat(parameters.value("a")).contains(1);
        assertThat(parameters.flag("a")).isTrue();
        assertThat(parameters.object("c")).contains(Map.of("d", "e"));
    }

    @Test
    void thePathBeatsEverything() {
        RequestReader.Source source = new RequestReader.Source("POST", "serial=q", Map.of("serial", "p"), "", JSON);
        byte[] body = "{\"serial\": \"j\"}".getBytes(StandardCharsets.UTF_8);
        Parameters parameters = new RequestReader().read(source, body.length, new ByteArrayInputStream(body));
        assertThat(parameters.required("serial")).isEqualTo("p");
    }

    @Test
    void theFirstOfRepeatedNamesCounts() {
        assertThat(read("POST", "a=1&a=2", FORM, "b=3&b=4").all()).isEqualTo(Map.of("a", "1", "b", "3"));
    }

    @Test
    void namesWithoutValueAreEmpty() {
        assertThat(read("GET", "a&&b=&=c", "", "").all()).isEqualTo(Map.of("a", "", "b", "", "", "c"));
    }

    @Test
    void aBodyOfAnotherTypeIsJsonIfItHappensToBe() {
        assertThat(read("POST", "", "text/plain", "{\"a\": \"%41\"}").all()).isEqualTo(Map.of("a", "%41"));
        assertThat(read("POST", "", "", "a=b").all()).isEmpty();
        assertThat(read("POST", "", "text/plain", "{a").all()).isEmpty();
    }

    @Test
    void valuesAreDecodedOnceMoreButNotInJson() {
        assertThat(read("POST", "a=%2541", FORM, "b=%2541").all()).isEqualTo(Map.of("a", "A", "b", "A"));
        assertThat(read("POST", "", JSON, "{\"a\": \"%41\"}").all()).isEqualTo(Map.of("a", "%41"));
    }

    /** What they encode twice goes through a form both times; what devices have answered, and queries, once. */
    @ParameterizedTest
    @CsvSource({
        "privacyIDEA-Keycloak/1.5.1 Keycloak/26.5, a b+c, d e",
        "eduMFA-Keycloak, a b+c, d e",
        "privacyIDEA-Shibboleth, a b+c, d e",
        "FreeRADIUS 3.2.7, a+b+c, d+e",
        "Keycloak/26.5, a+b+c, d+e",
        "'', a+b+c, d+e"
    })
    void aPlusSignIsABlankInWhatPeopleTypedIntoAPlugInOfTheJavaClients(String userAgent, String pin, String user) {
        byte[] form = "pass=a%2Bb%252Bc&user=d%2Be&signature=f%2Bg".getBytes(StandardCharsets.UTF_8);
        RequestReader.Source source = new RequestReader.Source("POST", "username=h%2Bi", Map.of(), userAgent, FORM);

        assertThat(new RequestReader()
                        .read(source, form.length, new ByteArrayInputStream(form))
                        .all())
                .isEqualTo(Map.of("pass", pin, "user", user, "signature", "f+g", "username", "h+i"));
    }

    @Test
    void multipartBringsFieldsAndFiles() {
        String body =
                """
                --B
                Content-Disposition: form-data; name="a"

                ü
                --B
                Content-Disposition: form-data; name="file"; filename="x.csv"
                Content-Type: text/csv

                1,2
                3
                --B
                Content-Disposition: form-data; name="e"


                --B--
                """
                        .replace("\n", "\r\n");
        Parameters parameters = read("POST", "", MULTIPART, body);
        assertThat(parameters.all()).isEqualTo(Map.of("a", "\u00fc", "e", ""));
        assertThat(parameters.requiredUpload("file").fileName()).isEqualTo("x.csv");
        assertThat(parameters.requiredUpload("file").content()).asString().isEqualTo("1,2\r\n3");
        assertThatThrownBy(() -> parameters.requiredUpload("other")).matches(e -> ((ApiException) e).isPage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "--B", "--B\r\n\r\n--B--", "--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--", "--C--"
            })
    void malformedMultipartIsRefused(String body) {
        if (!body.isEmpty()) {
            assertRefused("POST", "", MULTIPART, body, "The multipart body is malformed.");
        }
        assertRefused("POST", "", "multipart/form-data", "--B--", "The multipart body is malformed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "null", "{", "{\"a\": 1} x", "\"a\"", "{'a': 1}"})
    void jsonThatIsNoObjectIsRefused(String body) {
        assertRefused("POST", "", JSON, body, "The request body must be a JSON object.");
    }

    @Test
    void deepJsonIsRefusedAndBreaksNothing() {
        assertRefused("POST", "", JSON, "{\"a\": " + "[".repeat(100_000), "The request body must be a JSON object.");
    }

    @Test
    void anEmptyBodyIsNoJsonButFine() {
        assertThat(read("GET", "a=1", JSON, "").all()).isEqualTo(Map.of("a", "1"));
    }

    @ParameterizedTest
    @CsvSource({"a=%00", "%00=a", "a=%2500"})
    void nulInQueryAndFormIsRefused(String pairs) {
        assertRefused("GET", pairs, "", "", "The request holds a NUL character.");
        assertRefused("POST", "", FORM, pairs, "The request holds a NUL character.");
    }

    @Test
    void nulAndHalfPairsInJsonAreRefusedWhereverTheyAre() {
        assertRefused("POST", "", JSON, "{\"a\": [{\"b\\u0000\": 1}]}", "The request holds a NUL character.");
        assertRefused("POST", "", JSON, "{\"a\\u0000\": 1}", "The request holds a NUL character.");
        assertRefused("POST", "", JSON, "{\"a\": \"\\ud800\"}", "The request is not valid UTF-8.");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] body = {'a', '=', (byte) 0xff};
        RequestReader.Source source = new RequestReader.Source("POST", "", Map.of(), "", FORM);
        assertThatThrownBy(() -> new RequestReader().read(source, -1, new ByteArrayInputStream(body)))
                .hasMessage("ERR905: The request is not valid UTF-8.");
    }

    @Test
    void anAnnouncedLengthBeyondTheLimitIsRefusedUnread() {
        RequestReader.Source source = new RequestReader.Source("POST", "", Map.of(), "", FORM);
        assertThatThrownBy(() -> new RequestReader().read(source, 1 << 21, new ByteArrayInputStream(new byte[0])))
                .hasMessage("ERR905: The request body is too large.");
    }

    @Test
    void aBodyWithoutALengthIsReadNoFurtherThanTheLimit() {
        ByteArrayInputStream endless = new ByteArrayInputStream(new byte[5 << 20]);
        RequestReader.Source source = new RequestReader.Source("POST", "", Map.of(), "", MULTIPART);
        assertThatThrownBy(() -> new RequestReader().read(source, -1, endless))
                .hasMessage("ERR905: The request body is too large.");
        assertThat(endless.available()).isEqualTo((1 << 20) - 1);
    }

    @Test
    void moreThanAThousandParametersAreRefused() {
        String pairs = IntStream.rangeClosed(0, 1000).mapToObj(i -> "p" + i).collect(Collectors.joining("&"));
        assertRefused("POST", "", FORM, pairs, "The request has too many parameters.");
    }

    private static void assertRefused(String method, String query, String contentType, String body, String text) {
        assertThatThrownBy(() -> read(method, query, contentType, body))
                .isInstanceOf(ApiException.class)
                .hasMessage("ERR905: " + text);
    }

    private static Parameters read(String method, String query, String contentType, String body) {
        RequestReader.Source source = new RequestReader.Source(method, query, Map.of(), "", contentType);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new RequestReader().read(source, bytes.length, new ByteArrayInputStream(bytes));
    }
}
