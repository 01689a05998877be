package org.symbolon.connectors.caconnector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.AuthorityException.Trouble;

/**
 * The folders that whoever runs the server has set apart for certificate authorities. A definition, which is written over the wire, names
 * files only in these: it could have any file of the server read, overwritten or run by openssl otherwise.
 */
public final class CaFolders {

    private final List<Path> folders;

    public CaFolders(List<Path> folders) {
        this.folders = folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
    }

    /**
     * The place of a file that is there or is to come, where it may be, whatever leads there.
     *
     * @throws AuthorityException if it lies elsewhere, or its folder is not there
     */
    Path place(String connector, String option, Path base, String text) {
        try {
            Path path = base.resolve(text.strip()).toAbsolutePath().normalize();
            Path real =
                    Files.exists(path) ? path.toRealPath() : realParent(path).resolve(path.getFileName());
            if (isWithin(real)) {
                return real;
            }
        } catch (IOException | InvalidPathException missing) {
            throw new AuthorityException(connector, Trouble.DEFINITION, option + " is not where anything is");
        }
        throw new AuthorityException(
                connector,
                Trouble.DEFINITION,
                option + " is in no folder of certificate authorities, see symbolon.ca-directories");
    }

    private static Path realParent(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException("The root is no file");
        }
        return parent.toRealPath();
    }

    /** A folder that is not there holds nothing. */
    private boolean isWithin(Path real) {
        return folders.stream().filter(Files::isDirectory).anyMatch(folder -> {
            try {
                return real.startsWith(folder.toRealPath());
            } catch (IOException gone) {
                return false;
            }
        });
    }
}
