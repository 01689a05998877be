package org.symbolon.api.kernel;

import java.io.InputStream;
import org.symbolon.api.kernel.spool.StoredBytes;

/** A file that came with a multipart request. Whoever reads the content must not change it. */
public final class Upload {

    private final String fileName;
    private final StoredBytes bytes;

    public Upload(String fileName, StoredBytes bytes) {
        this.fileName = fileName;
        this.bytes = bytes;
    }

    public String fileName() {
        return fileName;
    }

    /** All of it at once; only routes that take large files get one for which that is too much. */
    public byte[] content() {
        return bytes.all();
    }

    /** It as it lies there. */
    public StoredBytes bytes() {
        return bytes;
    }

    /** Reads it from its begin. */
    public InputStream open() {
        return bytes.from(0);
    }

    @Override
    public String toString() {
        return "Upload[" + fileName + ", " + bytes.length() + " bytes]";
    }
}
