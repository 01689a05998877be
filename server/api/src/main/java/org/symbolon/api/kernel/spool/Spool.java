package org.symbolon.api.kernel.spool;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps bytes that are too many for the memory in a file of the system's folder for such. They may be seeds, so they are encrypted with a
 * key that is in memory alone and of this one file. The file loses its name as soon as it is open: nothing of it outlives the
 * process, and nobody finds a key to what a disk may still hold.
 */
public final class Spool implements StoredBytes, Closeable {

    private static final int KEY_BYTES = 32;
    private static final int BLOCK = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FileChannel file;
    private final SecretKey key;
    private final Cipher writing;
    private long length;

    private Spool(FileChannel file) {
        this.file = file;
        this.key = newKey();
        this.writing = cipherAt(0);
    }

    /** One that is empty. */
    public static Spool open() throws IOException {
        Path path = Files.createTempFile("symbolon", ".spool");
        return new Spool(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    private static SecretKey newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return new SecretKeySpec(bytes, "AES");
    }

    /** Appends the first bytes of an array. */
    public void write(byte[] bytes, int count) throws IOException {
        if (count == 0) {
            return;
        }
        ByteBuffer sealed = ByteBuffer.wrap(writing.update(bytes, 0, count));
        while (sealed.hasRemaining()) {
            length += file.write(sealed, length);
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public InputStream from(long offset) {
        return new Reading(offset);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }

    /** The counter mode's key stream from this place on. No other file has this key, so the counter begins at 0. */
    private Cipher cipherAt(long offset) {
        byte[] counter =
                ByteBuffer.allocate(BLOCK).putLong(0).putLong(offset / BLOCK).array();
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(counter));
            cipher.update(new byte[(int) (offset % BLOCK)]);
            return cipher;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("The JDK has no AES in counter mode", missing);
        }
    }

    private final class Reading extends InputStream {

        private final Cipher cipher;
        private long position;

        Reading(long offset) {
            cipher = cipherAt(offset);
            position = offset;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            int read = file.read(ByteBuffer.wrap(target, offset, count), position);
            if (read < 0) {
                return -1;
            }
            position += read;
            byte[] clear = cipher.update(target, offset, read);
            System.arraycopy(clear, 0, target, offset, read);
            return read;
        }
    }
}
