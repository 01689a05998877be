package org.symbolon.api.eventhandler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the operator puts the scripts that event handlers may run. */
@Component
record ScriptDirectory(Path path) {

    ScriptDirectory(@Value("${symbolon.script-directory:/etc/edumfa/scripts}") Path path) {
        this.path = path;
    }

    /** The names of the scripts, sorted; none while there is no such directory that can be read. */
    List<String> names() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
