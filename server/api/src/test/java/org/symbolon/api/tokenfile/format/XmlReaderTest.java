package org.symbolon.api.tokenfile.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {

    private static final String MALFORMED = "ERR304: The file is no well-formed XML. No token was imported.";
    private static final String WITH_TYPE =
            "ERR304: A document type is not allowed in the XML of a token file. No token was imported.";

    @Test
    void namesLoseTheirPrefixAndTheirCase() {
        XmlElement root = XmlReader.read("<x:A P:B='1'> <y:C> some<![CDATA[ text]]> &lt; </y:C><C/></x:A>");

        assertThat(root.isCalled("a")).isTrue();
        assertThat(root.attribute("b")).isEqualTo("1");
        assertThat(root.attribute("c")).isEmpty();
        assertThat(root.textOf("c")).isEqualTo("some text <");
        assertThat(root.children("c")).hasSize(2);
        assertThat(root.textOf("c", "d")).isEmpty();
        assertThat(root.search("c")).isPresent();
        assertThat(root.search("d")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "<a>", "<a></b>", "<a/><b/>", "<a b=1/>", "<a>&undefined;</a>", "<a>&#0;</a>"})
    void whatIsNoXmlIsRefused(String text) {
        assertThat(catchThrowable(() -> XmlReader.read(text)))
                .hasMessage(MALFORMED)
                .hasNoCause();
    }

    @Test
    void entitiesCannotBeDefined() {
        String laughs =
                """
                <!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>
                <a>&c;</a>
                """;

        assertThat(catchThrowable(() -> XmlReader.read(laughs))).hasMessage(WITH_TYPE);
        assertThat(catchThrowable(() -> XmlReader.read("<!DOCTYPE a><a/>"))).hasMessage(WITH_TYPE);
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
                assertThat(catchThrowable(() -> XmlReader.read(type + "<a>&x;</a>")))
                        .hasMessageStartingWith("ERR304");
            }
        } finally {
            server.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void nestingHasAnEnd() {
        assertThat(XmlReader.read("<a>".repeat(32) + "</a>".repeat(32)).isCalled("a"))
                .isTrue();
        assertThat(catchThrowable(() -> XmlReader.read("<a>".repeat(100_000) + "</a>".repeat(100_000))))
                .hasMessage("ERR304: The XML is nested too deeply. No token was imported.");
    }
}
