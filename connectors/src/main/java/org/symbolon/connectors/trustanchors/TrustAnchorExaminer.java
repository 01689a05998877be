package org.symbolon.connectors.trustanchors;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.symbolon.command.examination.port.Examiner;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.examination.port.Verdict;

/** Looks at a folder of trust anchors: whether all of it can be read, and whether any of it is about to end. */
public final class TrustAnchorExaminer implements Examiner<String> {

    private final Clock clock;
    private final PublishedModels published = new PublishedModels();

    public TrustAnchorExaminer(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> examine(String folder) {
        if (!isReadable(folder)) {
            return List.of(
                    Finding.failed("There is no such folder, or it cannot be read: no make of a device can be proven"));
        }
        List<Finding> findings = new ArrayList<>();
        List<X509Certificate> certificates = new ArrayList<>();
        int models = 0;
        for (Path file : TrustAnchorFolder.files(folder)) {
            List<X509Certificate> found = isPem(file) ? TrustAnchorFolder.certificates(file) : List.of();
            int described = isPem(file) ? 0 : published.in(file).size();
            certificates.addAll(found);
            models += described;
            if (found.isEmpty() && described == 0) {
                findings.add(Finding.warning("Nothing in %s can be used, see the log".formatted(file.getFileName())));
            }
            (isList(file) ? published.nextOf(file) : Optional.<LocalDate>empty())
                    .filter(this::isPast)
                    .ifPresent(next -> findings.add(outdated(file, next)));
        }
        findings.add(Finding.ok("%d certificates of makers and %d models".formatted(certificates.size(), models)));
        certificates.stream()
                .min(Comparator.comparing(X509Certificate::getNotAfter))
                .ifPresent(first -> findings.add(firstToEnd(first)));
        return findings;
    }

    private static boolean isReadable(String folder) {
        try {
            return Files.isDirectory(Path.of(folder)) && Files.isReadable(Path.of(folder));
        } catch (InvalidPathException none) {
            return false;
        }
    }

    private static boolean isPem(Path file) {
        return file.toString().endsWith(".pem");
    }

    private static boolean isList(Path file) {
        return file.toString().endsWith(".jwt");
    }

    private boolean isPast(LocalDate next) {
        return next.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static Finding outdated(Path file, LocalDate next) {
        return Finding.warning("There is a list of models newer than %s since %s: fetch it from the FIDO Alliance"
                .formatted(file.getFileName(), next));
    }

    private static Finding firstToEnd(X509Certificate first) {
        return Finding.certificate(
                "The certificate of " + first.getSubjectX500Principal().getName(), first, Verdict.WARNING);
    }
}
