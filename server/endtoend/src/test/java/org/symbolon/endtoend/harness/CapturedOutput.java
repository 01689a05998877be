package org.symbolon.endtoend.harness;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Everything that this process writes to its standard streams while it is open: the log and whatever goes past it. */
public final class CapturedOutput implements AutoCloseable {

    private final PrintStream formerOutput = System.out;
    private final PrintStream formerError = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    public CapturedOutput() {
        PrintStream copying = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void write(byte[] bytes, int offset, int length) {
                written.write(bytes, offset, length);
            }

            @Override
            public void write(int single) {
                written.write(single);
            }
        };
        System.setOut(copying);
        System.setErr(copying);
    }

    public String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setOut(formerOutput);
        System.setErr(formerError);
    }
}
