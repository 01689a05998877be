package org.symbolon.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivableClassesTest {

    @TempDir
    private Path folder;

    @Test
    void classesWithVersionsForSeveralJavaReleasesAndLambdasAreLeftOut() throws IOException {
        jar("plain.jar", "org/one/Plain.class", "META-INF/MANIFEST.MF");
        jar(
                "versioned.jar",
                "org/two/Plain.class",
                "org/two/Cleaner.class",
                "META-INF/versions/9/org/two/Cleaner.class");
        Path loaded = Files.write(
                folder.resolve("loaded"),
                List.of(
                        "java/lang/Object id: 0",
                        "org/one/Plain id: 1",
                        "org/two/Plain id: 2",
                        "org/two/Cleaner id: 3",
                        "@lambda-proxy org/one/Plain run ()Ljava/lang/Runnable;"));
        Path archivable = folder.resolve("archivable");

        ArchivableClasses.main(new String[] {loaded.toString(), folder.toString(), archivable.toString()});

        assertThat(archivable)
                .content()
                .isEqualToIgnoringNewLines("java/lang/Object id: 0\norg/one/Plain id: 1\norg/two/Plain id: 2\n");
    }

    private void jar(String name, String... entries) throws IOException {
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (String entry : entries) {
                jar.putNextEntry(new ZipEntry(entry));
            }
        }
    }
}
