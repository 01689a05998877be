package org.symbolon.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileTroubleTest {

    @Test
    void saysInWordsWhatJavaSaysByTheNamesOfItsExceptions() {
        assertThat(FileTrouble.reason(new AccessDeniedException("/data"))).isEqualTo("permission denied (/data)");
        assertThat(FileTrouble.reason(new NoSuchFileException("/data"))).isEqualTo("no such file or directory (/data)");
        assertThat(FileTrouble.reason(new FileAlreadyExistsException("/data")))
                .isEqualTo("there is a file of that name (/data)");
        assertThat(FileTrouble.reason(new FileSystemException("/data", null, "No space left on device")))
                .isEqualTo("No space left on device (/data)");
        assertThat(FileTrouble.reason(new IOException("Broken pipe"))).isEqualTo("Broken pipe");
        assertThat(FileTrouble.reason(new IOException())).isEqualTo("input or output failed");
    }
}
