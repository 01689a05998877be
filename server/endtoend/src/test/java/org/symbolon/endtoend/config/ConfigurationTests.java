package org.symbolon.endtoend.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.CommandLineOnServer.Outcome;
import org.symbolon.endtoend.harness.ExpectedJson;

/** Tests of the configuration as files, on a server that they alone have, since they begin with nothing. */
@ExtendWith(ConfiguredServer.class)
abstract class ConfigurationTests {

    static final String NOTHING = "Nothing to do.\n";

    private static final List<String> KINDS = List.of(
            "config",
            "resolver",
            "realm",
            "machineresolver",
            "caconnector",
            "smtpserver",
            "smsgateway",
            "radiusserver",
            "radiusclient",
            "edumfaserver",
            "serviceid",
            "tokengroup",
            "event",
            "periodictask",
            "feed",
            "policy");

    @TempDir
    Path folder;

    @BeforeEach
    final void beginWithNothing() throws IOException {
        write("nothing/all.yaml", KINDS.stream().map(kind -> kind + ":\n").collect(Collectors.joining()));
        assertThat(apply("nothing", "--prune").err()).isEmpty();
        write("word", "Secret-Word-7\n");
        write("long-word", "Secret-Word-7-Secret-Word-7\n");
    }

    final Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    final Outcome run(String command, String path, String... more) {
        String[] arguments = {"config", command, folder.resolve(path).toString()};
        return ConfiguredServer.run(ApiClient.joined(arguments, more));
    }

    final Outcome plan(String path, String... more) {
        return run("plan", path, more);
    }

    final Outcome apply(String path, String... more) {
        return run("apply", path, more);
    }

    static List<?> audited(String detail) {
        Object found =
                ConfiguredServer.admin().get("/audit/", "action_detail", detail).value();
        return (List<?>) ExpectedJson.entry(found, "auditdata");
    }
}
