package org.symbolon.cli.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.symbolon.cli.configuration.ConfigurationTools.Wanted;
import org.symbolon.cli.kernel.CommandFailedException;

/** Reads what files say of the configuration: one file, or all YAML files of a directory and of those in it. */
public final class ConfigurationFiles {

    private static final int MOST_FILES = 1000;
    private static final int DEEPEST = 16;

    private ConfigurationFiles() {}

    /**
     * What they say.
     *
     * @throws CommandFailedException if they cannot be read
     */
    public static Wanted read(Path path) {
        WantedItems items = new WantedItems();
        files(path).forEach(file -> new ConfigurationFile(file, items).read());
        return items.all();
    }

    /**
     * A file that is a map and nothing more.
     *
     * @throws CommandFailedException if it cannot be read
     */
    public static Map<String, Object> entries(Path file) {
        return new ConfigurationFile(file, new WantedItems()).readEntries();
    }

    /**
     * An export of another server: a map where it is YAML, and otherwise its text.
     *
     * @throws CommandFailedException if it cannot be read
     */
    public static Object export(Path file) {
        return new ConfigurationFile(file, new WantedItems()).readExport();
    }

    /** In the order of their names. Links to directories are not followed, so that none leads back. */
    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> found = Files.walk(path, DEEPEST)) {
            List<Path> files = found.filter(file -> isConfiguration(path.relativize(file)))
                    .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
            if (files.isEmpty()) {
                throw new CommandFailedException("there is no file that ends in .yaml or .yml in %s".formatted(path));
            }
            if (files.size() > MOST_FILES) {
                throw new CommandFailedException("there are more than %d files in %s".formatted(MOST_FILES, path));
            }
            return files;
        } catch (IOException e) {
            throw new CommandFailedException("%s cannot be read: %s".formatted(path, e.getMessage()));
        }
    }

    /** What is hidden, or lies in what is hidden, belongs to something else. */
    private static boolean isConfiguration(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        String name = file.toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
