package org.symbolon.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTextTest {

    private static final String HELP =
            "<a href=\"https://help.example/?a=1&amp;b=2\" target=\"_blank\" rel=\"noopener noreferrer\">";

    @Test
    void nothingOfATextIsReadAsHtml() {
        assertThat(PolicyText.withLinks("<b onclick=\"x()\">R&D's</b>"))
                .isEqualTo("&lt;b onclick=&quot;x()&quot;&gt;R&amp;D&#39;s&lt;/b&gt;");
    }

    @Test
    void addressesInATextAreLinks() {
        assertThat(PolicyText.withLinks("Ask at  https://help.example/?a=1&b=2 first"))
                .isEqualTo("Ask at " + HELP + "https://help.example/?a=1&amp;b=2</a> first");
    }

    @Test
    void anItemIsNamedByTheWordsBeforeItsAddress() {
        assertThat(PolicyText.items("Help desk https://help.example/?a=1&b=2 HTTP://plain.example Call <1>"))
                .isEqualTo("<li>" + HELP + "Help desk</a></li>"
                        + "<li><a href=\"HTTP://plain.example\" target=\"_blank\" rel=\"noopener noreferrer\">"
                        + "HTTP://plain.example</a></li><li>Call &lt;1&gt;</li>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript://help.example/%0aalert(1)",
                "data:text/html,x",
                "//help.example/",
                "/privacy",
                "https:///x",
                "https:help.example",
                "https://bank.example@evil.example/",
                "https://help.example/\"onclick=\"x",
                "https://help.example/<script>",
                "https",
                ""
            })
    void nothingElseIsALink(String text) {
        assertThat(PolicyText.isAddress(text)).isFalse();
        assertThat(PolicyText.withLinks(text)).doesNotContain("<");
        assertThat(PolicyText.items(text)).doesNotContain("<a");
    }
}
