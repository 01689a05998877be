package org.symbolon.connectors.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.smtpserver.port.MailPages;

/**
 * Pages in one folder and those below it. Who writes a policy chooses among them, and reads no other file of the server by having
 * it sent, whatever leads there.
 */
public final class MailPageFolder implements MailPages {

    private static final Logger LOG = LoggerFactory.getLogger(MailPageFolder.class);
    private static final long MOST_BYTES = 1_000_000;

    private final Path folder;

    public MailPageFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Optional<String> readIfAny(String path) {
        try {
            return Files.exists(folder.resolve(path)) ? read(path) : Optional.empty();
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> read(String path) {
        try {
            Path page = folder.resolve(path).toRealPath();
            if (page.startsWith(folder.toRealPath()) && Files.isRegularFile(page) && Files.size(page) <= MOST_BYTES) {
                return Optional.of(Files.readString(page, StandardCharsets.UTF_8));
            }
            LOG.warn("A page to send is not in {}, is no file, or is too long: {}", folder, path);
        } catch (IOException | InvalidPathException missing) {
            LOG.warn("A page to send cannot be read: {}", missing.toString());
        }
        return Optional.empty();
    }
}
