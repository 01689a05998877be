package org.symbolon.api.tokenfile.pgp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys that vendors encrypt their files for: secret keys as {@code gpg --export-secret-keys} writes them, without a passphrase, in files of
 * one folder that nobody but the server may read. They are read when they are wanted, so that a new one counts at once.
 */
@Component
public final class PgpKeys {

    private static final Logger LOG = LoggerFactory.getLogger(PgpKeys.class);
    private static final int MOST_FILES = 100;
    private static final int MOST_BYTES = 1 << 20;
    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path folder;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** @param folder where they lie; there may be none */
    PgpKeys(@Value("${symbolon.pgp-directory:${symbolon.data}/pgp}") Path folder) {
        this.folder = folder;
    }

    /** The public half of a key.
     *
     * @param id 16 hexadecimal digits
     * @param fingerprint all of them
     * @param armour what vendors import
     */
    public record PublicHalf(String id, String fingerprint, String armour) {}

    /** What vendors may encrypt for. */
    public List<PublicHalf> publicHalves() {
        return rings().stream().map(PgpKeys::publicHalf).toList();
    }

    boolean isEmpty() {
        return rings().isEmpty();
    }

    /** The key of this number, if it is one of ours. */
    Optional<PGPPrivateKey> find(long id) {
        return rings().stream()
                .map(ring -> Optional.ofNullable(ring.getSecretKey(id)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(PgpKeys::opened);
    }

    private static PGPPrivateKey opened(PGPSecretKey key) {
        try {
            return key.extractPrivateKey(null);
        } catch (PGPException unreadable) {
            throw new IllegalStateException("A PGP key that could be read cannot be any more");
        }
    }

    private static PublicHalf publicHalf(PGPSecretKeyRing ring) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArmoredOutputStream armour =
                ArmoredOutputStream.builder().clearHeaders().build(bytes)) {
            ring.toCertificate().encode(armour);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        HexFormat digits = HexFormat.of().withUpperCase();
        return new PublicHalf(
                digits.toHexDigits(ring.getPublicKey().getKeyID()),
                digits.formatHex(ring.getPublicKey().getFingerprint()).toUpperCase(Locale.ROOT),
                bytes.toString(StandardCharsets.US_ASCII));
    }

    private List<PGPSecretKeyRing> rings() {
        List<PGPSecretKeyRing> rings = new ArrayList<>();
        files().forEach(file -> rings.addAll(read(file)));
        return rings;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException unreadable) {
            LOG.warn("The folder of PGP keys {} cannot be read", folder);
            return List.of();
        }
    }

    /** What cannot be used is said in the log, by the name of the file and without its content. */
    private List<PGPSecretKeyRing> read(Path file) {
        try {
            if (isOpenToOthers(file)) {
                tell(file, "others than the server may read or write it");
                return List.of();
            }
            List<PGPSecretKeyRing> rings = new ArrayList<>();
            for (PGPSecretKeyRing ring : parse(file)) {
                if (isWithoutPassphrase(ring)) {
                    rings.add(ring);
                } else {
                    tell(file, "a key in it has a passphrase");
                }
            }
            return rings;
        } catch (IOException | PGPException | RuntimeException unreadable) {
            tell(file, "it holds no secret key");
            return List.of();
        }
    }

    /** Once, for whoever asks for the keys makes the server read them. */
    private void tell(Path file, String why) {
        if (told.size() < MOST_FILES && told.add(file + why)) {
            LOG.warn("The PGP keys in {} are not used: {}", file, why);
        }
    }

    private static boolean isOpenToOthers(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        return Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains);
    }

    private static PGPSecretKeyRingCollection parse(Path file) throws IOException, PGPException {
        try (InputStream input = Files.newInputStream(file);
                InputStream bytes = PGPUtil.getDecoderStream(new ByteArrayInputStream(input.readNBytes(MOST_BYTES)))) {
            return new PGPSecretKeyRingCollection(bytes, new BcKeyFingerprintCalculator());
        }
    }

    private static boolean isWithoutPassphrase(PGPSecretKeyRing ring) {
        for (PGPSecretKey key : ring) {
            try {
                key.extractPrivateKey(null);
            } catch (PGPException | RuntimeException locked) {
                return false;
            }
        }
        return true;
    }
}
