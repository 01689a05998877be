package org.symbolon.cli.janitor;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Lets bytes of text in UTF-8 go where text goes. Closing it leaves that open. */
final class WriterOutput extends OutputStream {

    private static final int SIZE = 8 << 10;

    private final PrintWriter writer;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer bytes = ByteBuffer.allocate(SIZE);
    private final CharBuffer characters = CharBuffer.allocate(SIZE);

    WriterOutput(PrintWriter writer) {
        this.writer = writer;
    }

    @Override
    public void write(int value) {
        bytes.put((byte) value);
        if (!bytes.hasRemaining()) {
            pass();
        }
    }

    private void pass() {
        bytes.flip();
        decoder.decode(bytes, characters, false);
        bytes.compact();
        characters.flip();
        writer.append(characters);
        characters.clear();
    }

    @Override
    public void flush() {
        pass();
        writer.flush();
    }

    @Override
    public void close() {
        flush();
    }
}
