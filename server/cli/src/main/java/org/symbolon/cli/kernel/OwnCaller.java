package org.symbolon.cli.kernel;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.symbolon.events.shared.Secret;

/** Whoever started this process. */
public final class OwnCaller implements Caller {

    /** More files than that are not what was meant. */
    public static final int MOST_FILES = 1000;

    private static final int DEEPEST = 16;

    @Override
    public String account() {
        return System.getProperty("user.name");
    }

    /** Links to directories are not followed, so that none leads back. One more than there may be tells that there are more. */
    @Override
    public Optional<List<Path>> yamlFilesIn(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        List<Path> found = new ArrayList<>();
        gather(directory, DEEPEST, found);
        Collections.sort(found);
        return Optional.of(found);
    }

    /** What is hidden, or lies in what is hidden, belongs to something else. */
    private static void gather(Path directory, int depth, List<Path> found) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.startsWith(".") || found.size() > MOST_FILES) {
                    continue;
                }
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    if (depth > 1) {
                        gather(entry, depth - 1, found);
                    }
                } else if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                    found.add(entry);
                }
            }
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
    }

    @Override
    public byte[] read(Path file, int most) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            byte[] bytes = input.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new TooLargeException(file);
            }
            return bytes;
        }
    }

    @Override
    public byte[] readNamed(Path namedIn, String name, int most) throws IOException {
        return read(namedIn.resolveSibling(name), most);
    }

    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    @Override
    public Opened open(Path file) throws IOException {
        return new OwnFile(file, Files.size(file));
    }

    @Override
    public Secret line() throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return Secret.of(Objects.requireNonNullElse(reader.readLine(), ""));
    }

    @Override
    @SuppressWarnings("SystemConsoleNull") // Main chooses the console that is null without a terminal
    public Optional<Secret> typed(String prompt) {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s", prompt);
        return Optional.ofNullable(typed).map(characters -> Secret.of(new String(characters)));
    }

    @Override
    public boolean seesProgress() {
        return Terminal.isStandardError();
    }

    /** A file of this process, which must stay as it is while it is read. */
    private record OwnFile(Path file, long length) implements Opened {

        @Override
        public String name() {
            return String.valueOf(file.getFileName());
        }

        @Override
        public InputStream from(long offset) {
            try {
                InputStream input = Files.newInputStream(file);
                input.skipNBytes(Math.min(offset, length));
                return input;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
