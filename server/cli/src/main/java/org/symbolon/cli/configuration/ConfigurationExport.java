package org.symbolon.cli.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.events.shared.Secret;

/** Writes the configuration into a directory, a file for each kind, and each secret that is told into one of its own. */
public final class ConfigurationExport {

    private static final String SECRETS = "secrets";
    private static final String ENDING = ".yaml";

    private final Path directory;
    private final Set<String> taken = new HashSet<>();

    public ConfigurationExport(Path directory) {
        this.directory = directory;
    }

    /** Everything in one text. */
    public static String text(Map<String, ?> all) {
        return YamlText.of(all);
    }

    /** How many files of kinds there are now. A kind of which nothing is left keeps its file, which says so. */
    public int write(Map<String, Map<String, Map<String, Object>>> all) {
        try {
            Files.createDirectories(directory);
            for (Map.Entry<String, Map<String, Map<String, Object>>> kind : all.entrySet()) {
                Object items = withoutSecrets(kind.getKey(), kind.getValue());
                Files.writeString(fileOf(kind.getKey()), YamlText.of(Map.of(kind.getKey(), items)));
            }
            for (String gone : written()) {
                if (!all.containsKey(gone)) {
                    Files.writeString(fileOf(gone), YamlText.of(Map.of(gone, Map.of())));
                }
            }
            return all.size();
        } catch (IOException e) {
            throw new CommandFailedException("%s cannot be written: %s".formatted(directory, e.getMessage()));
        }
    }

    private Path fileOf(String kind) {
        return directory.resolve(kind + ENDING);
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(name -> name.matches("[a-z]+"))
                    .toList();
        }
    }

    private Object withoutSecrets(String path, Object value) throws IOException {
        if (value instanceof Secret secret) {
            return Map.of(TextElsewhere.FILE, keep(path, secret));
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> changed = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                changed.put(entry.getKey().toString(), withoutSecrets(path + "." + entry.getKey(), entry.getValue()));
            }
            return changed;
        }
        if (value instanceof List<?> list) {
            List<Object> changed = new ArrayList<>();
            for (Object element : list) {
                changed.add(withoutSecrets(path, element));
            }
            return changed;
        }
        return value;
    }

    private String keep(String path, Secret secret) throws IOException {
        String plain = path.replaceAll("[^A-Za-z0-9._-]", "_");
        String name = plain;
        for (int number = 2; !taken.add(name); number++) {
            name = plain + "-" + number;
        }
        Path secrets = directory.resolve(SECRETS);
        if (!Files.isDirectory(secrets)) {
            Files.createDirectory(
                    secrets, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path file = secrets.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, secret.reveal() + "\n");
        return SECRETS + "/" + name;
    }
}
