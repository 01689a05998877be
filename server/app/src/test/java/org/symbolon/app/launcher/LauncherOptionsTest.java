package org.symbolon.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the launcher bounds the memory to is what operators read. */
class LauncherOptionsTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern HEAP = Pattern.compile("\\n +([a-z| *-]+)\\) heap=(\\d+)m collector=(\\w+)");
    private static final Pattern LIMITS = Pattern.compile("\\nlimits=\"([^\"]+)\"");

    private static final Pattern HUGE_PAGES = Pattern.compile("-XX:\\+Use\\w*HugePages");

    private final String launcher = Files.readString(ROOT.resolve("symbolon"));
    private final String page = Files.readString(ROOT.resolve("docs/operations.md"));

    LauncherOptionsTest() throws IOException {}

    private Map<String, MatchResult> choices() {
        return HEAP.matcher(launcher).results().collect(Collectors.toMap(found -> found.group(1), found -> found));
    }

    @Test
    void theServersOptionsAreOnThePage() {
        MatchResult serve = choices().get("serve | demo");
        String limits =
                LIMITS.matcher(launcher).results().findFirst().orElseThrow().group(1);

        assertThat(page).contains("-Xmx" + serve.group(2) + "m " + limits).contains("-XX:+Use" + serve.group(3) + "GC");
    }

    @Test
    void theKindOfPagesIsOnThePage() {
        String option =
                HUGE_PAGES.matcher(launcher).results().findFirst().orElseThrow().group();

        assertThat(page).contains("\n    " + option + "\n");
    }

    @Test
    void theHeapsOfCommandsAreOnThePage() {
        Map<String, MatchResult> choices = choices();

        assertThat(page)
                .contains("have "
                        + choices.get("projections | audit | policy | token-janitor | backup | key")
                                .group(2) + " MB of heap, others "
                        + choices.get("*").group(2) + " MB");
    }
}
