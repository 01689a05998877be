package org.symbolon.api.kernel.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.symbolon.api.kernel.spool.StoredBytes;

/** Finds a short text in bytes that need not be in memory, in one way through them (after Knuth, Morris and Pratt). */
final class ByteSearch {

    private static final int BUFFER = 32 << 10;

    private final byte[] wanted;
    private final int[] fallBack;

    ByteSearch(String wanted) {
        this.wanted = wanted.getBytes(StandardCharsets.ISO_8859_1);
        this.fallBack = fallBack(this.wanted);
    }

    /** For each length of what fits already: how much of it still does where the next byte does not. */
    private static int[] fallBack(byte[] wanted) {
        int[] table = new int[wanted.length];
        int length = 0;
        for (int index = 1; index < wanted.length; index++) {
            while (length > 0 && wanted[index] != wanted[length]) {
                length = table[length - 1];
            }
            length += wanted[index] == wanted[length] ? 1 : 0;
            table[index] = length;
        }
        return table;
    }

    /** Where it begins for the first time between the two places, or -1. */
    long indexIn(StoredBytes bytes, long from, long to) {
        try (InputStream input = new BufferedInputStream(bytes.from(from), BUFFER)) {
            long found = find(input, to - from);
            return found < 0 ? -1 : from + found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private long find(InputStream input, long most) throws IOException {
        int fitting = 0;
        for (long read = 1; read <= most; read++) {
            int octet = input.read();
            if (octet < 0) {
                break;
            }
            while (fitting > 0 && (byte) octet != wanted[fitting]) {
                fitting = fallBack[fitting - 1];
            }
            fitting += (byte) octet == wanted[fitting] ? 1 : 0;
            if (fitting == wanted.length) {
                return read - fitting;
            }
        }
        return -1;
    }

    int length() {
        return wanted.length;
    }
}
