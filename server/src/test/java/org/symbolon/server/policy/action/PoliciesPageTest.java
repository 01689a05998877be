package org.symbolon.server.policy.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about policies says what the code says; with {@code -Dsymbolon.docs.write=true} it is written first. */
class PoliciesPageTest {

    private static final Path PAGE = Path.of("../docs/policies.md");

    @Test
    void thePageIsWhatTheCatalogueSays() throws IOException {
        if (Boolean.getBoolean("symbolon.docs.write")) {
            Files.writeString(PAGE, PoliciesPage.text());
        }
        assertThat(PAGE)
                .as("see the begin of the page for how it is written anew")
                .hasContent(PoliciesPage.text());
    }

    @Test
    void everyActionIsOnThePage() {
        String page = PoliciesPage.text();

        assertThat(ActionCatalogue.all()).allMatch(action -> page.contains("\n| `" + action.family() + "` | "));
    }

    @Test
    void whatIsNotInEffectIsListedAtTheEnd() {
        String page = PoliciesPage.text();
        String end = page.substring(page.indexOf("## Not yet in effect"));

        assertThat(ActionCatalogue.all())
                .allMatch(action -> action.isInEffect()
                        || action.isIdle()
                        || end.substring(end.indexOf("Scope `" + action.scope().wire() + "`"))
                                .contains("`" + action.family() + "`"));
    }
}
