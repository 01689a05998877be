package org.symbolon.command.tokentype.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that explains how a token type is added shows {@link DemoType}, all of it, word for word. */
class AddingATokenTypeTest {

    private static final Path PAGE = Path.of("..", "docs", "adding-a-token-type.md");
    private static final Path TYPE =
            Path.of("src", "test", "java", "org", "symbolon", "command", "tokentype", "demo", "DemoType.java");
    private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static List<String> shown() throws IOException {
        return CODE.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String type() throws IOException {
        return Files.readString(TYPE);
    }

    @Test
    void whatThePageShowsStandsInTheType() throws IOException {
        assertThat(shown()).isNotEmpty().allSatisfy(code -> assertThat(type()).contains(code));
    }

    @Test
    void thePageShowsTheWholeType() throws IOException {
        String page = String.join("", shown());

        assertThat(type().substring(type().indexOf("/**")).lines())
                .allSatisfy(line -> assertThat(page).contains(line));
    }
}
