package org.symbolon.api.kernel.spool;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Bytes that are all there, in memory or elsewhere, and are read from any place as often as one likes. */
public interface StoredBytes {

    long length();

    /** Reads from this place to the end. */
    InputStream from(long offset);

    /** Bytes in memory, which must not be changed any more. */
    static StoredBytes of(byte[] bytes) {
        return new StoredBytes() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public InputStream from(long offset) {
                int start = (int) Math.min(offset, bytes.length);
                return new ByteArrayInputStream(bytes, start, bytes.length - start);
            }
        };
    }

    /** So many of them, from this place. */
    default StoredBytes part(long start, long length) {
        StoredBytes whole = this;
        return new StoredBytes() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public InputStream from(long offset) {
                return new FirstBytes(whole.from(start + offset), Math.max(0, length - offset));
            }
        };
    }

    /** All of them in memory, for those who know that they are few. */
    default byte[] all() {
        try (InputStream input = from(0)) {
            return input.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
