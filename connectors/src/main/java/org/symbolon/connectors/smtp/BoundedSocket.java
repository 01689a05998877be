package org.symbolon.connectors.smtp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A socket that takes in no more than a conversation about one mail needs, so that nobody can fill the memory by it. */
final class BoundedSocket extends Socket {

    private static final int MOST_BYTES = 256 * 1024;

    private int taken;

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {

            @Override
            public int read() throws IOException {
                int read = super.read();
                count(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                count(read);
                return read;
            }
        };
    }

    private void count(int bytes) throws IOException {
        taken += Math.max(bytes, 0);
        if (taken > MOST_BYTES) {
            throw new IOException("The mail server says too much");
        }
    }
}
