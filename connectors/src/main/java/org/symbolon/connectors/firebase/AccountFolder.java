package org.symbolon.connectors.firebase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.command.smsgateway.port.TextNotSentException.Trouble;

/** The one folder from which files of service accounts are read: whoever defines gateways must not read the server's other files. */
final class AccountFolder {

    private static final String FILE = "JSON config file";
    private static final int MOST_BYTES = 64 * 1024;

    private final Path folder;

    AccountFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * The account of a gateway, as its file is now. What leads there does not matter, only where it leads.
     *
     * @throws TextNotSentException if there is none
     */
    ServiceAccount of(Gateway gateway) {
        try {
            Path file = folder.resolve(gateway.required(FILE).strip()).toRealPath();
            if (file.startsWith(folder.toRealPath()) && Files.isRegularFile(file)) {
                return ServiceAccount.read(text(file));
            }
        } catch (IOException | InvalidPathException missing) {
            throw none(gateway, "there is no such file in the folder of service accounts");
        } catch (IllegalArgumentException unusable) {
            throw none(gateway, unusable.getMessage());
        }
        throw none(gateway, "there is no such file in the folder of service accounts");
    }

    private static String text(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return new String(input.readNBytes(MOST_BYTES), UTF_8);
        }
    }

    private static TextNotSentException none(Gateway gateway, String why) {
        return new TextNotSentException(gateway.identifier(), Trouble.DEFINITION, why);
    }
}
