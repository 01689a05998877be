package org.symbolon.connectors.caconnector;

import java.io.IOException;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityAnswer;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.AuthorityException.Trouble;
import org.symbolon.command.caconnector.port.CertificateRecords;
import org.symbolon.command.caconnector.port.CertificateRequest;
import org.symbolon.command.caconnector.port.RevokedCertificate;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.connectors.caconnector.Profiles.Profile;
import org.symbolon.connectors.crypto.BouncyCastle;

/**
 * An authority of one's own, whose key and certificate lie on each node. All else that it knows are facts of the tokens that its
 * certificates are for: no node keeps a list of its own, and serial numbers are drawn so that no two nodes draw the same.
 */
final class LocalAuthority implements AuthorityKind {

    /** RFC 5280, section 4.1.2.2: positive, and no more than 20 octets. */
    private static final int SERIAL_BITS = 159;

    private final CaFolders folders;
    private final CertificateRecords records;
    private final SecureRandom random;
    private final Clock clock;

    LocalAuthority(CaFolders folders, CertificateRecords records, SecureRandom random, Clock clock) {
        this.folders = folders;
        this.records = records;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public AuthorityAnswer request(Authority authority, CertificateRequest request) {
        AuthorityFiles files = new AuthorityFiles(authority, folders);
        Profile profile = new Profiles(authority, files).named(request.template());
        CertificateExtensions extensions = extensions(authority, files, profile);
        SigningKey key = SigningKey.of(authority, files, clock.instant());
        X509CertificateHolder issued = issued(authority, key, request, profile, extensions);
        if (!key.hasSigned(issued)) {
            throw new AuthorityException(authority.name(), Trouble.KEY, "it is not that of the certificate");
        }
        return new AuthorityAnswer.Issued(Pem.of(Pem.certificate(issued)), List.of(Pem.of(key.certificate())));
    }

    /** The section that a profile names; a configuration that lacks it is no configuration for that. */
    private static CertificateExtensions extensions(Authority authority, AuthorityFiles files, Profile profile) {
        if (files.configuration().isEmpty()) {
            return new CertificateExtensions(CertificateExtensions.USUAL);
        }
        String text = files.read(files.configuration().get(), Trouble.DEFINITION);
        return new OpensslSections(text)
                .section(profile.extensions())
                .map(CertificateExtensions::new)
                .orElseThrow(() -> new AuthorityException(
                        authority.name(), Trouble.DEFINITION, "openssl.cnf has no section " + profile.extensions()));
    }

    private X509CertificateHolder issued(
            Authority authority,
            SigningKey key,
            CertificateRequest request,
            Profile profile,
            CertificateExtensions extensions) {
        PKCS10CertificationRequest asked = Pem.request(request.pem())
                .orElseThrow(() -> new AuthorityException(authority.name(), Trouble.DENIES, "it is none"));
        requireProven(authority, asked);
        X500Name subject = request.subject().map(SubjectName::of).orElseGet(asked::getSubject);
        if (subject.getRDNs().length == 0) {
            throw new AuthorityException(authority.name(), Trouble.DENIES, "it names nobody");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                X500Name.getInstance(key.certificate().getSubjectX500Principal().getEncoded()),
                serial(),
                Date.from(now),
                end(key, now, profile),
                subject,
                asked.getSubjectPublicKeyInfo());
        try {
            extensions.addTo(builder, subject);
            addKeyIdentifiers(builder, key, asked.getSubjectPublicKeyInfo());
        } catch (IllegalArgumentException unknown) {
            throw new AuthorityException(
                    authority.name(), Trouble.DEFINITION, "its extensions cannot be followed: " + unknown.getMessage());
        } catch (IOException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("A certificate cannot be written", impossible);
        }
        return builder.build(key.signer(authority));
    }

    /**
     * Whoever asks must have the key: else somebody could get a certificate in his name for the key of another. Java's own does not know
     * every kind of key by the number that requests call it by.
     */
    private static void requireProven(Authority authority, PKCS10CertificationRequest asked) {
        try {
            if (asked.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(BouncyCastle.provider())
                    .build(asked.getSubjectPublicKeyInfo()))) {
                return;
            }
        } catch (PKCSException | OperatorCreationException | RuntimeException unreadable) {
            throw new AuthorityException(authority.name(), Trouble.DENIES, "its signature is none");
        }
        throw new AuthorityException(authority.name(), Trouble.DENIES, "its signature is not by its key");
    }

    private static void addKeyIdentifiers(X509v3CertificateBuilder builder, SigningKey key, SubjectPublicKeyInfo own)
            throws IOException, NoSuchAlgorithmException {
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(own));
        builder.addExtension(Extension.authorityKeyIdentifier, false, AuthorityKey.identifier(key.certificate()));
    }

    /** No certificate outlives the one that vouches for it. */
    private static Date end(SigningKey key, Instant now, Profile profile) {
        Instant wanted = now.plus(Duration.ofDays(profile.days()));
        Instant last = key.certificate().getNotAfter().toInstant();
        return Date.from(wanted.isAfter(last) ? last : wanted);
    }

    private BigInteger serial() {
        return new BigInteger(SERIAL_BITS, random).setBit(0);
    }

    /** Nobody has it, and no list of what is issued names it. */
    @Override
    public boolean giveUp(Authority authority, String certificate) {
        return false;
    }

    /** That it is revoked is a fact already; whoever asks the authority reads its list. */
    @Override
    public void revoke(Authority authority, RevokedCertificate certificate) {
        publish(authority, true);
    }

    @Override
    public boolean publish(Authority authority, boolean forced) {
        AuthorityFiles files = new AuthorityFiles(authority, folders);
        RevocationFile file = new RevocationFile(authority, files.revocationList());
        Instant now = clock.instant();
        List<RevokedCertificate> revoked = records.revokedOf(authority.name(), now);
        if (!forced && !file.isDue(now, latest(revoked))) {
            return false;
        }
        file.write(SignedRevocations.of(authority, SigningKey.of(authority, files, now), revoked, now));
        return true;
    }

    private static Optional<Instant> latest(List<RevokedCertificate> revoked) {
        return revoked.stream().map(RevokedCertificate::revoked).max(Instant::compareTo);
    }

    @Override
    public List<Finding> examine(Authority authority) {
        AuthorityFiles files = new AuthorityFiles(authority, folders);
        Instant now = clock.instant();
        Optional<Instant> latest = latest(records.revokedOf(authority.name(), now));
        return FilesExamined.of(authority, files, latest, now);
    }

    @Override
    public Map<String, Object> templates(Authority authority) {
        return new Profiles(authority, new AuthorityFiles(authority, folders)).all();
    }
}
