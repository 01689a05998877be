package org.symbolon.api.tokenfile.format;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import org.symbolon.api.kernel.WireText;

/** Refuses what no text on the wire may hold, as it comes along. */
final class CheckedText extends FilterReader {

    CheckedText(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(target, offset, length);
        } catch (CharacterCodingException malformed) {
            throw WireText.notUtf8();
        }
        for (int index = offset; index < offset + read; index++) {
            if (target[index] == 0) {
                throw WireText.nul();
            }
        }
        return read;
    }
}
