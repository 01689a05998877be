package org.symbolon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.cli.CommandLineInterface;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.CommandGroup;
import picocli.CommandLine;

/** Who only looks leaves no trace: where there is nothing to read, that is said, and nothing is made. */
class ReadingCommandsTest {

    private static final List<String> READING = List.of(
            "admin list",
            "audit dump",
            "audit prove --number 1",
            "audit prove --public-key",
            "audit verify",
            "backup create",
            "ca list",
            "config export",
            "config plan FILE",
            "counter list",
            "cron list",
            "doctor",
            "event list",
            "event show x",
            "events check",
            "events show",
            "key prepare",
            "key rotate",
            "key show",
            "notifications install --dry-run",
            "notifications list",
            "policy explain --endpoint x",
            "policy export",
            "policy list",
            "policy show x",
            "policy whatif --remove x --from 2026-01-01",
            "projections list",
            "realm list",
            "realm show x",
            "resolver list",
            "resolver show x",
            "stats");

    /** These are about more than the data of a server, fill one that nobody relies on, or want no server beside them. */
    private static final Set<String> WITHOUT_SERVER =
            Set.of("serve", "demo", "version", "bench fill", "backup check", "backup restore");

    static List<String> reading() {
        // What they would change is changed only where there is something.
        return Stream.concat(
                        READING.stream(),
                        Stream.of(
                                "audit rotate --dry-run",
                                "config import --dry-run FILE",
                                "cron run --dry-run",
                                "token-janitor find",
                                "token-janitor find --action delete",
                                "token-janitor cleanupchallenges",
                                "events skip --index 1 --reason x"))
                .toList();
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("reading")
    void whereThereIsNothingNothingIsMade(String command) throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path missing = folder.resolve("missing");
        Path file = Files.writeString(folder.resolve("file.yaml"), "realm:\n");

        assertThat(run(command, file, missing)).contains("there is no data directory " + missing);
        assertThat(run(command, file, empty)).contains("there is no database in the data directory ");

        assertThat(missing).doesNotExist();
        assertThat(empty).isEmptyDirectory();
    }

    private static String run(String command, Path file, Path data) {
        List<String> arguments = new ArrayList<>();
        for (String argument : command.split(" ", -1)) {
            arguments.add(argument.equals("FILE") ? file.toString() : argument);
        }
        arguments.addAll(List.of("--data", data.toString()));
        StringWriter out = new StringWriter();
        int code = CommandLineInterface.create(new SpringBackend())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments.toArray(String[]::new));
        assertThat(code).isNotZero();
        return out.toString();
    }

    @Test
    void everyOtherCommandIsCarriedOutByARunningServer() {
        Set<String> reading = new TreeSet<>();
        READING.forEach(command -> reading.add(nameOf(command)));
        Set<String> rest = new TreeSet<>();
        leaves(CommandLineInterface.create(new SpringBackend()), "").forEach(leaf -> {
            if (!(leaf.command() instanceof ByServer)) {
                rest.add(leaf.name());
            }
        });

        rest.removeAll(reading);
        assertThat(rest).isEqualTo(new TreeSet<>(WITHOUT_SERVER));
    }

    private static String nameOf(String command) {
        return leaves(CommandLineInterface.create(new SpringBackend()), "")
                .map(Leaf::name)
                .filter(name -> (command + " ").startsWith(name + " "))
                .findFirst()
                .orElseThrow();
    }

    private record Leaf(String name, Object command) {}

    private static Stream<Leaf> leaves(CommandLine parent, String prefix) {
        return parent.getSubcommands().entrySet().stream().flatMap(entry -> {
            CommandLine command = entry.getValue();
            String name = prefix + command.getCommandName();
            return command.getCommand() instanceof CommandGroup
                    ? leaves(command, name + " ")
                    : Stream.of(new Leaf(name, command.getCommand()));
        });
    }
}
