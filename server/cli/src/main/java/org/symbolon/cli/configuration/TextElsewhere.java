package org.symbolon.cli.configuration;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import org.symbolon.cli.kernel.Caller;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.events.shared.Secret;

/** Reads a text that stands outside of the file that names it: in another file, relative to it, or in the environment. */
final class TextElsewhere {

    static final String FILE = "file";
    static final String ENVIRONMENT = "env";
    static final Set<String> WAYS = Set.of(FILE, ENVIRONMENT);

    private static final int MOST_BYTES = 64 << 10;

    private final Caller caller;
    private final Path from;
    private final String place;

    /**
     * Made for a place.
     *
     * @param caller whose file it is
     * @param from the file that names the text
     * @param place where in it, for people
     */
    TextElsewhere(Caller caller, Path from, String place) {
        this.caller = caller;
        this.from = from;
        this.place = place;
    }

    Secret read(String way, String name) {
        return way.equals(FILE) ? ofFile(name) : ofEnvironment(name);
    }

    private Secret ofEnvironment(String name) {
        try {
            return caller.environment(name)
                    .map(Secret::of)
                    .orElseThrow(() -> fault("the environment has no %s".formatted(name)));
        } catch (IOException e) {
            throw fault("the environment cannot be read");
        }
    }

    /** A line break at the end is the editor's. */
    private Secret ofFile(String name) {
        Path file = from.resolveSibling(name);
        try {
            Secret text = caller.textNamed(from, name, MOST_BYTES);
            return Secret.of(text.reveal().replaceFirst("\\R\\z", ""));
        } catch (NoSuchFileException e) {
            throw fault("there is no file %s".formatted(file));
        } catch (Caller.TooLargeException e) {
            throw fault("%s is larger than %d kB".formatted(file, MOST_BYTES >> 10));
        } catch (CharacterCodingException e) {
            throw fault("%s is no text in UTF-8".formatted(file));
        } catch (IOException e) {
            throw fault("%s cannot be read".formatted(file));
        }
    }

    private CommandFailedException fault(String text) {
        return new CommandFailedException(place + ": " + text);
    }
}
