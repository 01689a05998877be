package org.symbolon.api.tokenfile.pgp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.spool.Spool;
import org.symbolon.api.kernel.spool.StoredBytes;

/**
 * Opens a file that is encrypted for one of the server's keys (RFC 9580). Nothing of it is read before it has proved as a whole that nobody
 * has changed it, and it is never larger than a file may be, however well it is compressed. Who has signed it is not looked at: the
 * administrator who sends it answers for it.
 */
@Component
public final class PgpMessage {

    private static final int IMPORT = 304;
    private static final String ARMOUR = "-----BEGIN PGP MESSAGE-----";
    private static final int MOST_BLANKS = 1024;
    private static final int MOST_LAYERS = 4;
    private static final int PIECE = 8 << 10;

    private final PgpKeys keys;
    private final DataSize largest;

    PgpMessage(PgpKeys keys, @Value("${symbolon.token-file-size:256MB}") DataSize largest) {
        this.keys = keys;
        this.largest = largest;
    }

    /** Whether a file is one, as it is written for mails: in armour. */
    public static boolean isOne(StoredBytes file) {
        try (InputStream input = file.from(0)) {
            String begin = new String(input.readNBytes(MOST_BLANKS + ARMOUR.length()), StandardCharsets.UTF_8);
            return begin.replaceFirst("^\\uFEFF", "").stripLeading().startsWith(ARMOUR);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * What it holds, which must be closed.
     *
     * @throws ApiException 304 if it is encrypted for somebody else, was changed, can have been changed, or is too large
     */
    public Spool open(StoredBytes message) {
        if (keys.isEmpty()) {
            throw fault("The file is encrypted with PGP, and this server has no PGP keys. Decrypt it before it is"
                    + " uploaded.");
        }
        Spool clear = spool();
        try (InputStream input = PGPUtil.getDecoderStream(message.from(0))) {
            decrypt(input, clear);
            return clear;
        } catch (ApiException refused) {
            clear.close();
            throw refused;
        } catch (IOException | PGPException | RuntimeException damaged) {
            clear.close();
            throw fault("The PGP message is damaged, or none. No token was imported.");
        }
    }

    private static Spool spool() {
        try {
            return Spool.open();
        } catch (IOException full) {
            throw ApiException.busy();
        }
    }

    private void decrypt(InputStream input, Spool clear) throws IOException, PGPException {
        PGPPublicKeyEncryptedData forOne = null;
        PGPPrivateKey key = null;
        for (PGPEncryptedData data : encrypted(input)) {
            if (key == null && data instanceof PGPPublicKeyEncryptedData candidate) {
                Optional<PGPPrivateKey> own =
                        keys.find(candidate.getKeyIdentifier().getKeyId());
                forOne = candidate;
                key = own.orElse(null);
            }
        }
        if (key == null) {
            throw fault("The file is encrypted with PGP for other keys than this server's. No token was imported.");
        }
        if (!forOne.isIntegrityProtected() && !forOne.isAEAD()) {
            throw fault("The PGP message is not protected against changes. Encrypt it with a program that does so.");
        }
        copy(literal(forOne.getDataStream(new BcPublicKeyDataDecryptorFactory(key)), 0), clear);
        if (!forOne.isAEAD() && !forOne.verify()) {
            throw fault("The PGP message was changed after it was encrypted. No token was imported.");
        }
    }

    private static PGPEncryptedDataList encrypted(InputStream input) throws IOException {
        PGPObjectFactory objects = new PGPObjectFactory(input, new BcKeyFingerprintCalculator());
        for (Object found = objects.nextObject(); found != null; found = objects.nextObject()) {
            if (found instanceof PGPEncryptedDataList list) {
                return list;
            }
        }
        throw new IOException("No encrypted data");
    }

    /** The file itself, below layers of compression and beside signatures. */
    private static InputStream literal(InputStream input, int layers) throws IOException, PGPException {
        PGPObjectFactory objects = new PGPObjectFactory(input, new BcKeyFingerprintCalculator());
        for (Object found = objects.nextObject(); found != null; found = objects.nextObject()) {
            if (found instanceof PGPLiteralData literal) {
                return literal.getInputStream();
            }
            if (found instanceof PGPCompressedData compressed && layers < MOST_LAYERS) {
                return literal(compressed.getDataStream(), layers + 1);
            }
            if (!(found instanceof PGPOnePassSignatureList)) {
                break;
            }
        }
        throw new IOException("No literal data");
    }

    private void copy(InputStream literal, Spool clear) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int read = literal.read(piece); read >= 0; read = literal.read(piece)) {
            if (clear.length() + read > largest.toBytes()) {
                throw fault("What the PGP message holds is larger than " + largest.toMegabytes()
                        + " MiB. No token was imported.");
            }
            clear.write(piece, read);
        }
    }

    private static ApiException fault(String text) {
        return ApiException.of(IMPORT, text);
    }
}
