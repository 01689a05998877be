package org.symbolon.connectors.caconnector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.AuthorityException.Trouble;

/** The file with an authority's revocation list, from where others publish it. */
final class RevocationFile {

    private static final String OVERLAP = "CRL_Overlap_Period";
    private static final int USUAL_DAYS = 2;
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    private final Authority authority;
    private final Path file;

    RevocationFile(Authority authority, Path file) {
        this.authority = authority;
        this.file = file;
    }

    /** Whether the list soon ends, or lacks what was revoked latest. */
    boolean isDue(Instant now, Optional<Instant> latest) {
        Optional<X509CRL> present = present();
        if (present.isEmpty() || present.get().getNextUpdate() == null) {
            return true;
        }
        Instant made = present.get().getThisUpdate().toInstant();
        Duration overlap = Duration.ofDays(authority.days(OVERLAP, USUAL_DAYS));
        return present.get().getNextUpdate().toInstant().minus(overlap).isBefore(now)
                || latest.filter(made::isBefore).isPresent();
    }

    /** Until when the list is good; empty if there is none, or one without an end. */
    Optional<Instant> end() {
        return present().map(X509CRL::getNextUpdate).map(Date::toInstant);
    }

    private Optional<X509CRL> present() {
        return Files.exists(file) ? Pem.revocationList(read()) : Optional.empty();
    }

    private String read() {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw faulty("cannot be read");
        }
    }

    /** Puts a new list in the place of the old one, in one step. A file that is none is left alone. */
    void write(String list) {
        if (Files.exists(file) && present().isEmpty()) {
            throw faulty("is not overwritten, since it is none");
        }
        try {
            replace(Files.createTempFile(file.getParent(), "crl", ".tmp"), list);
        } catch (IOException unwritable) {
            throw faulty("cannot be written");
        }
    }

    /** Everybody may read a revocation list, and a web server has to. */
    private void replace(Path draft, String list) throws IOException {
        try {
            Files.writeString(draft, list);
            Files.setPosixFilePermissions(draft, READABLE);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private AuthorityException faulty(String what) {
        return new AuthorityException(authority.name(), Trouble.FAULTY, "the file of its revocation list " + what);
    }
}
