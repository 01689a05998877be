package org.symbolon.connectors.caconnector;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.AuthorityException.Trouble;
import org.symbolon.command.examination.port.Finding;

/** Looks at the files of an authority on this machine: its key, its certificate, and the list of what it has revoked. */
final class FilesExamined {

    private FilesExamined() {}

    /**
     * What is found.
     *
     * @param latest when the certificate was revoked that was revoked last, where that is known
     */
    static List<Finding> of(Authority authority, AuthorityFiles files, Optional<Instant> latest, Instant now) {
        SigningKey key = SigningKey.of(authority, files, now);
        if (!key.isOfItsCertificate()) {
            throw new AuthorityException(authority.name(), Trouble.KEY, "it is not that of the certificate");
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("Its key can be used"));
        findings.add(Finding.certificate("The certificate of the authority", key.certificate()));
        findings.add(ofList(authority, files, latest, now));
        return findings;
    }

    private static Finding ofList(Authority authority, AuthorityFiles files, Optional<Instant> latest, Instant now) {
        RevocationFile file = new RevocationFile(authority, files.revocationList());
        Optional<Instant> end = file.end();
        String remedy = ": symbolon ca create-crl " + authority.name();
        if (end.isEmpty()) {
            return Finding.warning(
                    "It has no revocation list that ends some day, so that nobody sees what is revoked" + remedy);
        }
        if (end.get().isBefore(now)) {
            return Finding.failed("Its revocation list has ended at %s, and whoever looks at it lets nobody in%s"
                    .formatted(end.get(), remedy));
        }
        return file.isDue(now, latest)
                ? Finding.warning("Its revocation list should have been renewed by now; it ends at %s%s"
                        .formatted(end.get(), remedy))
                : Finding.ok("Its revocation list is good until " + end.get());
    }
}
