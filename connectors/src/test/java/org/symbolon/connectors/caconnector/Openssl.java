package org.symbolon.connectors.caconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.events.shared.Secret;

/** The program that others check certificates with, where the machine has it. */
public final class Openssl {

    private final Path program;

    private Openssl(Path program) {
        this.program = program;
    }

    /** It, or the test that wants it is skipped. */
    public static Openssl required() {
        Optional<Path> found = Stream.of("/usr/bin/openssl", "/usr/local/bin/openssl")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "There is no openssl on this machine: apt-get install openssl");
        return new Openssl(found.get());
    }

    public String path() {
        return program.toString();
    }

    /** What it says, which must be no failure. */
    public String says(String... arguments) throws IOException {
        BoundedProgram.Ended ended = ended(arguments);
        assertThat(ended.code()).as(ended.output()).isZero();
        return ended.output();
    }

    /** What it says when it fails. */
    public String objects(String... arguments) throws IOException {
        BoundedProgram.Ended ended = ended(arguments);
        assertThat(ended.code()).as(ended.output()).isNotZero();
        return ended.output();
    }

    private BoundedProgram.Ended ended(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(path()));
        command.addAll(List.of(arguments));
        return BoundedProgram.run(command, Path.of("/"), Secret.EMPTY, Deadline.in(Duration.ofSeconds(30)));
    }
}
