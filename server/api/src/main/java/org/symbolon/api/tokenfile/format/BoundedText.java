package org.symbolon.api.tokenfile.format;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends the reading of a text of which too much would have to be in memory at once. */
final class BoundedText extends FilterReader {

    private final int most;
    private long read;

    BoundedText(Reader text, int most) {
        super(text);
        this.most = most;
    }

    /** What was read until now is not in memory any more. */
    void forget() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int now = super.read(target, offset, length);
        read += Math.max(0, now);
        if (read > most) {
            throw FileFault.of("One part of the file is longer than " + most + " characters. No token was imported.");
        }
        return now;
    }
}
