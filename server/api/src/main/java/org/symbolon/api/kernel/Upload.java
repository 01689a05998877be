package org.symbolon.api.kernel;

/** A file that came with a multipart request. Whoever reads the content must not change it. */
public final class Upload {

    private final String fileName;
    private final byte[] content;

    public Upload(String fileName, byte[] content) {
        this.fileName = fileName;
        this.content = content;
    }

    public String fileName() {
        return fileName;
    }

    public byte[] content() {
        return content;
    }

    @Override
    public String toString() {
        return "Upload[" + fileName + ", " + content.length + " bytes]";
    }
}
