package org.symbolon.app.maintenance;

import java.io.InputStream;
import org.symbolon.api.kernel.spool.StoredBytes;
import org.symbolon.cli.kernel.Caller;

/** The bytes of a file of whoever gives the command. */
record CallersBytes(Caller.Opened file) implements StoredBytes {

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public InputStream from(long offset) {
        return file.from(offset);
    }
}
