package org.symbolon.api.tokenfile.format;

import java.io.IOException;
import java.io.Writer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.binary.Base32;
import org.symbolon.command.token.ExportedToken;

/** Writes a line for each token, as eduMFA's janitor does: owner, serial, seed, type and length. */
public final class SeedCsvWriter implements TokenFileWriter {

    private static final Set<String> SAID = Set.of("hotp", "totp");

    private final Writer out;
    private final boolean base32;

    /**
     * Makes it.
     *
     * @param base32 whether seeds are written so, and not in hexadecimal digits
     */
    public SeedCsvWriter(Writer out, boolean base32) {
        this.out = out;
        this.base32 = base32;
    }

    @Override
    public boolean says(ExportedToken token) {
        return SAID.contains(token.type());
    }

    @Override
    public void write(ExportedToken token, String owner, Map<String, Object> known) throws IOException {
        String seed = token.secret().reveal();
        List<String> values = List.of(
                owner,
                token.serial(),
                base32 ? new Base32().encodeToString(HexFormat.of().parseHex(seed)) : seed,
                token.type(),
                Integer.toString(token.otpLength()));
        out.write(values.stream().map(SeedCsvWriter::quoted).collect(Collectors.joining(", ")));
        out.write('\n');
    }

    /** As RFC 4180 has it, where it is needed. */
    private static String quoted(String value) {
        return value.matches("[^,\"\\r\\n]*") ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
