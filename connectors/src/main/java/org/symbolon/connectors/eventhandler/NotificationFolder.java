package org.symbolon.connectors.eventhandler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.symbolon.command.eventhandler.port.NotificationFiles;
import org.symbolon.command.eventhandler.port.OutsideFailedException;

/**
 * Files below one folder. Names come from templates that people's names are filled into: one that leads out of the folder, by dots or by a
 * link, is refused. A file is there whole or not at all, and only for the server to read.
 */
public final class NotificationFolder implements NotificationFiles {

    private final Path folder;

    public NotificationFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public void write(String path, String text) throws OutsideFailedException {
        try {
            write(place(path), text);
        } catch (IOException failed) {
            throw OutsideFailedException.forNow("the file cannot be written");
        }
    }

    private Path place(String path) throws OutsideFailedException {
        try {
            Path place = folder.resolve(path).normalize();
            if (!path.isBlank() && place.startsWith(folder) && !place.equals(folder) && !path.endsWith("/")) {
                return place;
            }
        } catch (InvalidPathException malformed) {
            throw outside();
        }
        throw outside();
    }

    private static OutsideFailedException outside() {
        return OutsideFailedException.forGood("the file would not lie in the folder of notifications");
    }

    private void write(Path place, String text) throws IOException, OutsideFailedException {
        Path parent = madeParent(place.getParent());
        if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            throw OutsideFailedException.forGood("there is a folder of this name");
        }
        Path fresh = Files.createTempFile(parent, ".notification", ".part");
        try {
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, parent.resolve(place.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** No folder on the way there may be a link, or folders would be made elsewhere. */
    private Path madeParent(Path wanted) throws IOException, OutsideFailedException {
        Path made = Files.createDirectories(folder).toRealPath();
        for (Path part : folder.relativize(wanted)) {
            if (!part.toString().isEmpty()) {
                made = made.resolve(part);
                if (Files.isSymbolicLink(made)) {
                    throw outside();
                }
                if (!Files.isDirectory(made)) {
                    Files.createDirectory(made);
                }
            }
        }
        return made;
    }
}
