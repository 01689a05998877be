package org.symbolon.cli.configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.symbolon.cli.configuration.ConfigurationTools.Wanted;
import org.symbolon.cli.kernel.Caller;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.OwnCaller;

/** Reads what files say of the configuration: one file, or all YAML files of a directory and of those in it. */
public final class ConfigurationFiles {

    private final Caller caller;

    public ConfigurationFiles(Caller caller) {
        this.caller = caller;
    }

    /**
     * What they say.
     *
     * @throws CommandFailedException if they cannot be read
     */
    public Wanted read(Path path) {
        WantedItems items = new WantedItems();
        files(path).forEach(file -> new ConfigurationFile(caller, file, items).read());
        return items.all();
    }

    /**
     * A file that is a map and nothing more.
     *
     * @throws CommandFailedException if it cannot be read
     */
    public Map<String, Object> entries(Path file) {
        return new ConfigurationFile(caller, file, new WantedItems()).readEntries();
    }

    /**
     * An export of another server: a map where it is YAML, and otherwise its text.
     *
     * @throws CommandFailedException if it cannot be read
     */
    public Object export(Path file) {
        return new ConfigurationFile(caller, file, new WantedItems()).readExport();
    }

    private List<Path> files(Path path) {
        try {
            List<Path> files = caller.yamlFilesIn(path).orElse(List.of(path));
            if (files.isEmpty()) {
                throw new CommandFailedException("there is no file that ends in .yaml or .yml in %s".formatted(path));
            }
            if (files.size() > OwnCaller.MOST_FILES) {
                throw new CommandFailedException(
                        "there are more than %d files in %s".formatted(OwnCaller.MOST_FILES, path));
            }
            return files;
        } catch (IOException e) {
            throw new CommandFailedException("%s cannot be read: %s".formatted(path, e.getMessage()));
        }
    }
}
