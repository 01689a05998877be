package org.symbolon.connectors.caconnector;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.symbolon.command.secret.NativeCrypto;
import org.symbolon.events.shared.Secret;

/**
 * Makes an authority in a directory of its own: a key, a certificate that it has signed itself, and what {@code openssl ca} would
 * need to work there, so that either kind of connector can.
 *
 * @param directory that is made, or is empty
 * @param subject as {@code CN=name,O=...} (RFC 4514), or as openssl writes it, {@code /CN=name/O=...}
 * @param keySize bits of its RSA key
 * @param days for which its certificate is valid
 * @param listDays for which a revocation list is valid
 * @param password that its key is enciphered with; it lies open where that is empty
 */
public record NewAuthority(
        Path directory, String subject, int keySize, int days, int listDays, int overlapDays, Secret password) {

    private static final int SERIAL_BITS = 159;

    /**
     * Makes it, and answers the options of a connector to it.
     *
     * @throws IOException if it cannot be written, or the directory has something in it
     */
    public Map<String, String> make(SecureRandom random, Instant now) throws IOException {
        Files.createDirectories(directory);
        Path place = directory.toRealPath();
        requireEmpty(place);
        try {
            KeyPair keys = NativeCrypto.rsaPair(keySize, random);
            write(place.resolve("cakey.pem"), "rw-------", key(keys));
            write(place.resolve("cacert.pem"), "rw-r--r--", Pem.of(certificate(keys, random, now)));
        } catch (GeneralSecurityException | OperatorCreationException impossible) {
            throw new IllegalStateException("There is no RSA", impossible);
        }
        write(place.resolve("openssl.cnf"), "rw-r--r--", configuration(place));
        write(place.resolve("index.txt"), "rw-r--r--", "");
        write(place.resolve("serial"), "rw-r--r--", "1000\n");
        write(place.resolve("crlnumber"), "rw-r--r--", "1000\n");
        return options(place);
    }

    private static void requireEmpty(Path place) throws IOException {
        try (Stream<Path> found = Files.list(place)) {
            if (found.findAny().isPresent()) {
                throw new IOException(place + " is not empty");
            }
        }
    }

    private static void write(Path file, String permissions, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        try (OutputStream stream = Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String key(KeyPair keys) throws OperatorCreationException, IOException {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(keys.getPrivate().getEncoded());
        return CertificateKeys.pem(info, password).reveal();
    }

    private X509Certificate certificate(KeyPair keys, SecureRandom random, Instant now)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name name = name();
        Instant begin = now.truncatedTo(ChronoUnit.SECONDS);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, random).setBit(0),
                Date.from(begin),
                Date.from(begin.plus(Duration.ofDays(days))),
                name,
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
        return Pem.certificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
    }

    /**
     * The name.
     *
     * @throws IOException if it is none
     */
    private X500Name name() throws IOException {
        String text = subject.startsWith("/")
                ? subject.substring(1).replace(",", "\\,").replace("/", ",")
                : subject;
        try {
            return new X500Name(text);
        } catch (IllegalArgumentException malformed) {
            throw new IOException("'" + subject + "' is no name of an authority", malformed);
        }
    }

    private Map<String, String> options(Path place) {
        return Map.of(
                "WorkingDir", place.toString(),
                "cakey", "cakey.pem",
                "cacert", "cacert.pem",
                "openssl.cnf", "openssl.cnf",
                "CRL", "crl.pem",
                "CRL_Validity_Period", Integer.toString(listDays),
                "CRL_Overlap_Period", Integer.toString(overlapDays));
    }

    private String configuration(Path place) {
        return """
                [ ca ]
                default_ca = authority

                [ authority ]
                dir = %s
                database = $dir/index.txt
                serial = $dir/serial
                crlnumber = $dir/crlnumber
                new_certs_dir = $dir
                certificate = $dir/cacert.pem
                private_key = $dir/cakey.pem
                default_md = sha256
                default_days = 365
                default_crl_days = %d
                policy = policy_anything
                unique_subject = no
                copy_extensions = none
                email_in_dn = yes

                [ policy_anything ]
                countryName = optional
                stateOrProvinceName = optional
                localityName = optional
                organizationName = optional
                organizationalUnitName = optional
                commonName = supplied
                emailAddress = optional

                # What certificates say that no template is named for: people prove who they are.
                [ server ]
                basicConstraints = critical, CA:FALSE
                keyUsage = critical, digitalSignature, keyEncipherment
                extendedKeyUsage = clientAuth, emailProtection
                subjectKeyIdentifier = hash
                authorityKeyIdentifier = keyid
                """
                .formatted(place, listDays);
    }
}
