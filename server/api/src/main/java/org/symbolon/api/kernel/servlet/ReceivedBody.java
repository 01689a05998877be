package org.symbolon.api.kernel.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * A request whose body is there, or as much of it as may be: reading it never waits for the network.
 */
final class ReceivedBody extends HttpServletRequestWrapper {

    private final ByteArrayInputStream bytes;
    private final boolean broken;

    /** Whoever reads a broken one to its end learns of it. */
    ReceivedBody(HttpServletRequest request, byte[] bytes, boolean broken) {
        super(request);
        this.bytes = new ByteArrayInputStream(bytes);
        this.broken = broken;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new ServletInputStream() {
            @Override
            public int read() throws IOException {
                return ended(bytes.read());
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return ended(bytes.read(target, offset, length));
            }

            private int ended(int read) throws IOException {
                if (read < 0 && broken) {
                    throw new IOException("The body broke off");
                }
                return read;
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("The body is there already");
            }
        };
    }
}
