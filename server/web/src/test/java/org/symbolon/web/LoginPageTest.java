package org.symbolon.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.policy.LoginPageLooks;

class LoginPageTest {

    private final LoginPage page = new LoginPage("<a><!--text--><b><!--baseline--><c><!--realms--><d><!--unknown-->");

    private static LoginPageLooks looks(String text, String baseline, List<String> realms) {
        return new LoginPageLooks(realms, text, "", baseline, "", "", false);
    }

    @Test
    void placesThatNothingIsSaidForStayEmpty() {
        assertThat(page.html(LoginPageLooks.PLAIN)).isEqualTo("<a><b><c><d>");
    }

    @Test
    void whatIsPutIntoAPlaceIsNeverTakenForOne() {
        assertThat(page.html(looks("<!--baseline-->", "$1 \\ $0", List.of())))
                .isEqualTo("<a><p id=\"login-text\">&lt;!--baseline--&gt;</p><b><p id=\"baseline\">$1 \\ $0</p><c><d>");
    }

    @Test
    void realmsAreTextsToo() {
        assertThat(page.html(looks("", "", List.of("<x>", "y"))))
                .contains("<option>&lt;x&gt;</option><option>y</option></select>");
    }
}
