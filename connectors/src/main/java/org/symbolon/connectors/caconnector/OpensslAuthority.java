package org.symbolon.connectors.caconnector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityAnswer;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.AuthorityException.Trouble;
import org.symbolon.command.caconnector.port.CertificateRequest;
import org.symbolon.command.caconnector.port.RevocationReason;
import org.symbolon.command.caconnector.port.RevokedCertificate;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.connectors.caconnector.Profiles.Profile;

/**
 * A directory in which {@code openssl ca} runs an authority, with its index, its serial numbers and its rules, so that one that
 * is there is kept. The files are eduMFA's: requests and certificates are laid down under the names of whom they are for.
 */
final class OpensslAuthority implements AuthorityKind {

    private static final String REQUESTS = "CSRDir";
    private static final String CERTIFICATES = "CertificateDir";
    private static final String VALIDITY = "CRL_Validity_Period";
    private static final int LONGEST_NAME = 100;
    private static final int HEXADECIMAL = 16;

    private final CaFolders folders;
    private final OpensslProgram openssl;
    private final Clock clock;

    OpensslAuthority(CaFolders folders, OpensslProgram openssl, Clock clock) {
        this.folders = folders;
        this.openssl = openssl;
        this.clock = clock;
    }

    @Override
    public AuthorityAnswer request(Authority authority, CertificateRequest request) {
        AuthorityFiles files = new AuthorityFiles(authority, folders);
        Profile profile = new Profiles(authority, files).named(request.template());
        SigningKey key = SigningKey.of(authority, files, clock.instant());
        return openssl.alone(authority, files, run -> issued(authority, files, key, request, profile, run));
    }

    private static AuthorityAnswer issued(
            Authority authority,
            AuthorityFiles files,
            SigningKey key,
            CertificateRequest request,
            Profile profile,
            OpensslProgram.Run run)
            throws IOException {
        String name = fileName(authority, request);
        Path asked = files.folder(REQUESTS).resolve(name + ".req");
        Path issued = files.folder(CERTIFICATES).resolve(name + ".pem");
        Files.writeString(asked, request.pem());
        Files.deleteIfExists(issued);
        List<String> arguments = new ArrayList<>(List.of(
                "-days",
                Integer.toString(profile.days()),
                "-extensions",
                profile.extensions(),
                "-notext",
                "-in",
                asked.toString(),
                "-out",
                issued.toString()));
        request.subject()
                .ifPresent(subject -> arguments.addAll(List.of("-utf8", "-subj", SubjectName.argument(subject))));
        run.ca(arguments, Trouble.DENIES);
        X509Certificate certificate = read(issued)
                .orElseThrow(() -> new AuthorityException(authority.name(), Trouble.DENIES, "openssl wrote none"));
        if (certificate.getBasicConstraints() >= 0) {
            revoke(files, run, Pem.of(certificate), RevocationReason.CESSATION_OF_OPERATION);
            throw new AuthorityException(authority.name(), Trouble.DEFINITION, "it has made another authority");
        }
        Path kept = kept(files, certificate.getSerialNumber().toString(HEXADECIMAL));
        if (!Files.exists(kept)) {
            Files.copy(issued, kept);
        }
        return new AuthorityAnswer.Issued(Pem.of(certificate), List.of(Pem.of(key.certificate())));
    }

    private static Optional<X509Certificate> read(Path file) throws IOException {
        return Files.exists(file)
                ? Pem.certificate(Files.readString(file, StandardCharsets.ISO_8859_1))
                : Optional.empty();
    }

    /** The values of the subject with lines between them. What a request names is no path, whatever it is. */
    private static String fileName(Authority authority, CertificateRequest request) {
        X500Name subject = request.subject()
                .map(SubjectName::of)
                .or(() -> Pem.request(request.pem()).map(asked -> asked.getSubject()))
                .orElseThrow(() -> new AuthorityException(authority.name(), Trouble.DENIES, "it is none"));
        String name = Stream.of(subject.getRDNs())
                .map(part -> IETFUtils.valueToString(part.getFirst().getValue()))
                .collect(Collectors.joining("_"))
                .replaceAll("[^A-Za-z0-9@._-]", "_")
                .replaceFirst("^[.-]", "_");
        if (name.isEmpty()) {
            throw new AuthorityException(authority.name(), Trouble.DENIES, "it names nobody");
        }
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    @Override
    public boolean giveUp(Authority authority, String certificate) {
        AuthorityFiles files = new AuthorityFiles(authority, folders);
        openssl.alone(authority, files, run -> {
            revoke(files, run, certificate, RevocationReason.CESSATION_OF_OPERATION);
            return publish(authority, files, run);
        });
        return false;
    }

    @Override
    public void revoke(Authority authority, RevokedCertificate certificate) {
        AuthorityFiles files = new AuthorityFiles(authority, folders);
        openssl.alone(authority, files, run -> {
            Path kept = kept(files, certificate.serial());
            if (!Files.isRegularFile(kept)) {
                throw new AuthorityException(authority.name(), Trouble.DEFINITION, "the certificate is not there");
            }
            run.revoke(kept, certificate.reason());
            return publish(authority, files, run);
        });
    }

    private static void revoke(AuthorityFiles files, OpensslProgram.Run run, String pem, RevocationReason reason)
            throws IOException {
        Path copy = Files.createTempFile(files.workingDirectory(), "revoked", ".tmp");
        try {
            Files.writeString(copy, pem);
            run.revoke(copy, reason);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Where a certificate is found again when it is to be revoked: by its number with an even count of digits. */
    private static Path kept(AuthorityFiles files, String serial) {
        String digits = serial.toUpperCase(Locale.ROOT);
        return files.folder(CERTIFICATES).resolve((digits.length() % 2 == 0 ? "" : "0") + digits + ".pem");
    }

    @Override
    public boolean publish(Authority authority, boolean forced) {
        AuthorityFiles files = new AuthorityFiles(authority, folders);
        RevocationFile file = new RevocationFile(authority, files.revocationList());
        if (!forced && !file.isDue(clock.instant(), Optional.empty())) {
            return false;
        }
        return openssl.alone(authority, files, run -> publish(authority, files, run));
    }

    private static boolean publish(Authority authority, AuthorityFiles files, OpensslProgram.Run run)
            throws IOException {
        Path draft = Files.createTempFile(files.workingDirectory(), "crl", ".tmp");
        try {
            List<String> arguments = new ArrayList<>(List.of("-gencrl", "-out", draft.toString()));
            authority
                    .option(VALIDITY)
                    .ifPresent(days ->
                            arguments.addAll(List.of("-crldays", Integer.toString(authority.days(VALIDITY, 0)))));
            run.ca(arguments, Trouble.FAULTY);
            String list = Files.readString(draft, StandardCharsets.ISO_8859_1);
            if (Pem.revocationList(list).isEmpty()) {
                throw new AuthorityException(authority.name(), Trouble.BROKEN_OFF, "openssl wrote no list");
            }
            new RevocationFile(authority, files.revocationList()).write(list);
            return true;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    @Override
    public List<Finding> examine(Authority authority) {
        AuthorityFiles files = new AuthorityFiles(authority, folders);
        List<Finding> findings = new ArrayList<>(FilesExamined.of(authority, files, Optional.empty(), clock.instant()));
        findings.add(openssl.examine());
        return findings;
    }

    @Override
    public Map<String, Object> templates(Authority authority) {
        return new Profiles(authority, new AuthorityFiles(authority, folders)).all();
    }
}
