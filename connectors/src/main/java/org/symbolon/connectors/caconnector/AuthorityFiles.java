package org.symbolon.connectors.caconnector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.AuthorityException.Trouble;
import org.symbolon.events.shared.Secret;

/** The files of an authority on this machine, under the names of eduMFA's options. Relative ones lie in its working directory. */
final class AuthorityFiles {

    private static final String WORKING_DIRECTORY = "WorkingDir";
    private static final String PASSWORD = "cakey_password";
    private static final int LARGEST = 1 << 20;

    private final Authority authority;
    private final CaFolders folders;

    AuthorityFiles(Authority authority, CaFolders folders) {
        this.authority = authority;
        this.folders = folders;
    }

    Path workingDirectory() {
        return authority
                .option(WORKING_DIRECTORY)
                .map(text -> folders.place(authority.name(), WORKING_DIRECTORY, Path.of("/"), text))
                .orElseGet(() -> place("cacert").getParent());
    }

    Path key() {
        return place("cakey");
    }

    Path certificate() {
        return place("cacert");
    }

    /** The configuration in openssl's form, if there is one. */
    Optional<Path> configuration() {
        return optional("openssl.cnf");
    }

    Optional<Path> templates() {
        return optional("templates");
    }

    Path revocationList() {
        return within("CRL", authority.option("CRL").orElse("crl.pem"));
    }

    /** Where requests are laid down, or certificates. */
    Path folder(String option) {
        return authority.option(option).map(text -> within(option, text)).orElseGet(this::workingDirectory);
    }

    /** What the key is enciphered with; empty where it is not. */
    Secret password() {
        return authority.options().getOrDefault(PASSWORD, Secret.EMPTY);
    }

    private Optional<Path> optional(String option) {
        return authority.option(option).map(text -> within(option, text));
    }

    private Path place(String option) {
        String text = authority.required(option);
        return authority.option(WORKING_DIRECTORY).isPresent()
                ? within(option, text)
                : folders.place(authority.name(), option, Path.of("/"), text);
    }

    private Path within(String option, String text) {
        return folders.place(authority.name(), option, workingDirectory(), text);
    }

    /** The text of a file, which is none of those that fill the memory. */
    String read(Path file, Trouble trouble) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
                return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            }
        } catch (IOException unreadable) {
            throw cannotRead(file, trouble);
        }
        throw cannotRead(file, trouble);
    }

    private AuthorityException cannotRead(Path file, Trouble trouble) {
        return new AuthorityException(authority.name(), trouble, file.getFileName() + " cannot be read");
    }
}
