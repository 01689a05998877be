package org.symbolon.api.kernel.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.symbolon.api.kernel.spool.StoredBytes;

/**
 * A request whose body is there, or as much of it as may be: reading it never waits for the network.
 */
final class ReceivedBody extends HttpServletRequestWrapper {

    private static final String LARGE = ReceivedBody.class.getName() + ".LARGE";

    private final InputStream bytes;
    private final KeptBody kept;
    private final boolean broken;

    private ReceivedBody(HttpServletRequest request, InputStream bytes, KeptBody kept, boolean broken) {
        super(request);
        this.bytes = bytes;
        this.kept = kept;
        this.broken = broken;
    }

    static ReceivedBody of(HttpServletRequest request, byte[] bytes) {
        return new ReceivedBody(request, new ByteArrayInputStream(bytes), KeptBody.NOWHERE, false);
    }

    static ReceivedBody of(HttpServletRequest request, KeptBody kept) {
        if (kept.isLarge() && kept.isWhole()) {
            request.setAttribute(LARGE, kept.bytes());
        }
        return new ReceivedBody(request, kept.bytes().from(0), kept, false);
    }

    /** Whoever reads it to its end learns of it. */
    static ReceivedBody broken(HttpServletRequest request) {
        return new ReceivedBody(request, InputStream.nullInputStream(), KeptBody.NOWHERE, true);
    }

    /** The body of a request that was let in though it is large, for whoever can read it where it lies. */
    static Optional<StoredBytes> largeOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(LARGE))
                .filter(StoredBytes.class::isInstance)
                .map(StoredBytes.class::cast);
    }

    /** Called when the request is answered. */
    void drop() {
        kept.drop();
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
                try {
                    return bytes.available() == 0;
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
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
