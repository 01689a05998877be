package org.symbolon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What a line of the log is like, and where it goes. */
class StandardErrorLogTest {

    @TempDir
    private Path folder;

    private String lastLine(String... settings) {
        PrintStream output = System.out;
        PrintStream error = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        System.setOut(new PrintStream(new Forbidden(), true, StandardCharsets.UTF_8));
        try {
            ConfigurableApplicationContext context = start(settings);
            MDC.put("request_id", "9f0c33d1a7b2e845");
            LoggerFactory.getLogger("org.symbolon.tested").warn("Something happened");
            MDC.remove("request_id");
            context.close();
        } finally {
            System.setErr(error);
            System.setOut(output);
        }
        return written.toString(StandardCharsets.UTF_8).lines().reduce("", (first, last) -> last);
    }

    private static ConfigurableApplicationContext start(String... settings) {
        SpringApplication application = new SpringApplication(Object.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run(settings);
    }

    /** Standard output is for what commands answer. */
    private static final class Forbidden extends ByteArrayOutputStream {

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            throw new AssertionError(
                    "on standard output: " + new String(bytes, offset, length, StandardCharsets.UTF_8));
        }
    }

    @Test
    void aLineNamesItsRequest() {
        assertThat(lastLine())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\S+ WARN  \\[main\\] \\[9f0c33d1a7b2e845\\] org.symbolon.tested:"
                        + " Something happened");
    }

    @Test
    void aLineCanBeJson() {
        Map<?, ?> line =
                JsonMapper.shared().readValue(lastLine("--logging.structured.format.console=logstash"), Map.class);

        assertThat(line.get("message")).isEqualTo("Something happened");
        assertThat(line.get("level")).isEqualTo("WARN");
        assertThat(line.get("request_id")).isEqualTo("9f0c33d1a7b2e845");
    }

    @Test
    void theLogCanBeAFileThatIsRotated() throws Exception {
        Path file = folder.resolve("symbolon.log");

        lastLine("--logging.file.name=" + file);

        assertThat(Files.readString(file)).contains("[9f0c33d1a7b2e845] org.symbolon.tested: Something happened");
    }
}
