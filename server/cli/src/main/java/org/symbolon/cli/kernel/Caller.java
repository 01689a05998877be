package org.symbolon.cli.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.symbolon.events.shared.Secret;

/**
 * Whoever gives a command, with what is his and not the server's: files, environment, terminal. A command asks for them here alone, so that
 * it does not matter whether it is carried out in his process or by a server.
 */
public interface Caller {

    /** The account that he has. */
    String account();

    /** The YAML files in a directory and in those below it, in the order of their names; empty if it is no directory. */
    Optional<List<Path>> yamlFilesIn(Path directory) throws IOException;

    /**
     * A file.
     *
     * @throws TooLargeException if it has more bytes than that
     */
    byte[] read(Path file, int most) throws IOException;

    /** As {@link #read} for one that a file names, which was read before; it lies relative to that one. */
    byte[] readNamed(Path namedIn, String name, int most) throws IOException;

    /** What his environment holds under a name that stands in a file, which was read before. */
    Optional<String> environment(String name) throws IOException;

    /** A file that may be large. */
    Opened open(Path file) throws IOException;

    /** The next line of his standard input; empty if it has ended. */
    Secret line() throws IOException;

    /** What he types, unseen; empty if he has no terminal, or ends it. */
    Optional<Secret> typed(String prompt) throws IOException;

    /** Whether a person reads his standard error. */
    boolean seesProgress();

    /** A file that is a text. */
    default String text(Path file, int most) throws IOException {
        return decoded(read(file, most));
    }

    /** As {@link #text} for one that a file names. */
    default Secret textNamed(Path namedIn, String name, int most) throws IOException {
        return Secret.of(decoded(readNamed(namedIn, name, most)));
    }

    private static String decoded(byte[] bytes) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** A file whose bytes can be gone through several times. */
    interface Opened {

        String name();

        long length();

        InputStream from(long offset);
    }

    /** A file has more bytes than may be read. */
    final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        public TooLargeException(Path file) {
            super(file + " is too large");
        }
    }
}
