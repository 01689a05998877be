package org.symbolon.endtoend.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Route;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.ActionCatalogue;

/** The page about policies says what the code says; with {@code -Dsymbolon.docs.write=true} it is written first. */
@WireTest
class PoliciesPageTest {

    private static final Path PAGE = Path.of("../../docs/policies.md");

    private Set<String> inEffect;
    private String page;

    @BeforeAll
    void make(InProcessServer server) {
        inEffect = Asked.families(server);
        List<Route> routes = server.beans(Endpoint.class).stream()
                .flatMap(endpoint -> endpoint.routes().stream())
                .toList();
        page = new PoliciesPage(inEffect, routes).text();
    }

    @Test
    void thePageIsWhatTheCatalogueSays() throws IOException {
        if (Boolean.getBoolean("symbolon.docs.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("see the begin of the page for how it is written anew")
                .hasContent(page);
    }

    @Test
    void everyActionIsOnThePage() {
        assertThat(ActionCatalogue.all()).allMatch(action -> page.contains("\n| `" + action.family() + "` | "));
    }

    @Test
    void whatIsNotInEffectIsListedAtTheEnd() {
        String end = page.substring(page.indexOf("## Not yet in effect"));

        assertThat(ActionCatalogue.all())
                .allMatch(action -> inEffect.contains(Asked.family(action))
                        || action.isIdle()
                        || end.substring(end.indexOf("Scope `" + action.scope().wire() + "`"))
                                .contains("`" + action.family() + "`"));
    }

    @Test
    void whatIsIdleIsNeverAskedAbout() {
        assertThat(ActionCatalogue.all().filter(Action::isIdle))
                .isNotEmpty()
                .noneMatch(action -> inEffect.contains(Asked.family(action)));
    }
}
