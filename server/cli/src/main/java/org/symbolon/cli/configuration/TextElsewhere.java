package org.symbolon.cli.configuration;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.events.shared.Secret;

/** Reads a text that stands outside of the file that names it: in another file, relative to it, or in the environment. */
final class TextElsewhere {

    static final String FILE = "file";
    static final String ENVIRONMENT = "env";
    static final Set<String> WAYS = Set.of(FILE, ENVIRONMENT);

    private static final int MOST_BYTES = 64 << 10;

    private final Path from;
    private final String place;

    /**
     * Made for a place.
     *
     * @param from the file that names the text
     * @param place where in it, for people
     */
    TextElsewhere(Path from, String place) {
        this.from = from;
        this.place = place;
    }

    Secret read(String way, String name) {
        return way.equals(FILE) ? ofFile(name) : ofEnvironment(name);
    }

    private Secret ofEnvironment(String name) {
        String text = System.getenv(name);
        if (text == null) {
            throw fault("the environment has no %s".formatted(name));
        }
        return Secret.of(text);
    }

    /** A line break at the end is the editor's. */
    private Secret ofFile(String name) {
        Path file = from.resolveSibling(name);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw fault("%s is larger than %d kB".formatted(file, MOST_BYTES >> 10));
            }
            return Secret.of(Files.readString(file).replaceFirst("\\R\\z", ""));
        } catch (NoSuchFileException e) {
            throw fault("there is no file %s".formatted(file));
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
