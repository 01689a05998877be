package org.symbolon.app.examination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.command.examination.port.Examination;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.examination.port.Subject;

/** Looks at the data directory: who may read it, and how much room there is. */
@Component
final class DataDirectoryExamination implements Examination {

    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);
    private static final long MIB = 1 << 20;
    private static final long LITTLE = 2048 * MIB;
    private static final long TOO_LITTLE = 256 * MIB;

    private final Path directory;

    DataDirectoryExamination(@Value("${symbolon.data}") Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    @Override
    public String kind() {
        return "data-directory";
    }

    @Override
    public List<Subject> subjects() {
        return List.of(new Subject(directory.toString(), this::look));
    }

    private List<Finding> look() {
        try {
            List<Finding> findings = new ArrayList<>(ofRights());
            findings.add(ofRoom(Files.getFileStore(directory).getUsableSpace()));
            return findings;
        } catch (IOException unreadable) {
            return List.of(Finding.failed("The data directory cannot be read"));
        }
    }

    private List<Finding> ofRights() throws IOException {
        if (!Files.getFileStore(directory).supportsFileAttributeView(PosixFileAttributeView.class)) {
            return List.of(Finding.unchecked("This file system knows no rights of groups and others"));
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(directory);
        return rights.stream().anyMatch(OF_OTHERS::contains)
                ? List.of(Finding.warning("The data directory is open to others (%s): run chmod 700 on it"
                        .formatted(PosixFilePermissions.toString(rights))))
                : List.of(Finding.ok("The data directory is its owner's alone"));
    }

    static Finding ofRoom(long bytes) {
        String words = "%d MiB are free".formatted(bytes / MIB);
        if (bytes < TOO_LITTLE) {
            return Finding.failed(words + ": make room, or the database stops");
        }
        return bytes < LITTLE ? Finding.warning(words + ": make room before the database stops") : Finding.ok(words);
    }
}
