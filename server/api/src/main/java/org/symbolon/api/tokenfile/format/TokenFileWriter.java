package org.symbolon.api.tokenfile.format;

import java.io.IOException;
import java.util.Map;
import org.symbolon.command.token.ExportedToken;

/** Writes a file of tokens, one after the other. Closing it ends the file. */
public interface TokenFileWriter extends AutoCloseable {

    /** Whether such a file can say all that the token's values depend on. */
    boolean says(ExportedToken token);

    /**
     * Appends a token that it can say.
     *
     * @param owner as in {@code login@realm}; empty if there is none
     * @param known what else is known of the token, by the names on the wire
     */
    void write(ExportedToken token, String owner, Map<String, Object> known) throws IOException;

    @Override
    void close() throws IOException;
}
