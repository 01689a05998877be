package org.symbolon.api.tokenfile.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {

    private static final String MALFORMED = "ERR304: The file is no well-formed XML. No token was imported.";
    private static final String WITH_TYPE =
            "ERR304: A document type is not allowed in the XML of a token file. No token was imported.";

    private static List<XmlElement> read(String text) {
        List<XmlElement> elements = new ArrayList<>();
        XmlReader.read(new StringReader(text), "all", elements::add);
        return elements;
    }

    private static XmlElement only(String text) {
        List<XmlElement> elements = read("<all>" + text + "</all>");
        assertThat(elements).hasSize(1);
        return elements.get(0);
    }

    @Test
    void namesLoseTheirPrefixAndTheirCase() {
        XmlElement root = only("<x:A P:B='1'> <y:C> some<![CDATA[ text]]> &lt; </y:C><C/></x:A>");

        assertThat(root.isCalled("a")).isTrue();
        assertThat(root.attribute("b")).isEqualTo("1");
        assertThat(root.attribute("c")).isEmpty();
        assertThat(root.textOf("c")).isEqualTo("some text <");
        assertThat(root.children("c")).hasSize(2);
        assertThat(root.textOf("c", "d")).isEmpty();
    }

    @Test
    void oneElementOfTheContainerComesAfterTheOther() {
        assertThat(read("<x><all><a/> <b><all/></b></all><all><c/></all></x>"))
                .extracting(element ->
                        element.isCalled("a") + " " + element.find("all").isPresent())
                .containsExactly("true false", "false true");
        assertThat(XmlReader.read(new StringReader("<x/>"), "all", element -> {}))
                .isFalse();
    }

    @Test
    void anElementHasABoundAndTheContainerNone() {
        String part = "<a>" + "x".repeat(900_000) + "</a>";

        assertThat(read("<all>" + part.repeat(3) + "</all>")).hasSize(3);
        for (String large : new String[] {
            "<a>" + "x".repeat(2_000_000) + "</a>",
            "<a b='" + "x".repeat(2_000_000) + "'/>",
            "<!--" + "<".repeat(2_000_000) + "-->",
            "<a>" + "<b/>".repeat(500_000) + "</a>"
        }) {
            assertThat(catchThrowable(() -> read("<all>" + large + "</all>")))
                    .hasMessage(
                            "ERR304: One part of the file is longer than 1048576 characters. No token was imported.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "<a>", "<a></b>", "<a/><b/>", "<a b=1/>", "<a>&undefined;</a>", "<a>&#0;</a>"})
    void whatIsNoXmlIsRefused(String text) {
        assertThat(catchThrowable(() -> read(text))).hasMessage(MALFORMED).hasNoCause();
    }

    @Test
    void entitiesCannotBeDefined() {
        String laughs =
                """
                <!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>
                <a>&c;</a>
                """;

        assertThat(catchThrowable(() -> read(laughs))).hasMessage(WITH_TYPE);
        assertThat(catchThrowable(() -> read("<!DOCTYPE a><a/>"))).hasMessage(WITH_TYPE);
    }

    @Test
    void noFileAndNoServerIsAsked(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/a.dtd";
            for (String type : new String[] {
                "<!DOCTYPE a SYSTEM '" + address + "'>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM '" + address + "'>]>",
                "<!DOCTYPE a [<!ENTITY % x SYSTEM '" + address + "'> %x;]>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>"
            }) {
                assertThat(catchThrowable(() -> read(type + "<a>&x;</a>"))).hasMessageStartingWith("ERR304");
            }
        } finally {
            server.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void nestingHasAnEnd() {
        assertThat(only("<a>".repeat(31) + "</a>".repeat(31)).isCalled("a")).isTrue();
        assertThat(catchThrowable(() -> read("<a>".repeat(100_000) + "</a>".repeat(100_000))))
                .hasMessage("ERR304: The XML is nested too deeply. No token was imported.");
    }
}
