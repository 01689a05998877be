package org.symbolon.command.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Map<String, String> VALUES = Map.of("otp", "755224", "surname", "<b>&'\"{otp}$1");

    @Test
    void tagsAreReplacedOnceAndWhatIsNoneStays() {
        assertThat(Template.filled("<otp> {otp} {surname} {nobody} <serial> <br>", VALUES))
                .isEqualTo("755224 755224 <b>&'\"{otp}$1 {nobody} <serial> <br>");
    }

    @Test
    void onAPageNoValueIsPartOfThePage() {
        assertThat(Template.filledPage("<p>{surname}</p>", VALUES))
                .isEqualTo("<p>&lt;b&gt;&amp;&#39;&quot;{otp}$1</p>");
    }
}
