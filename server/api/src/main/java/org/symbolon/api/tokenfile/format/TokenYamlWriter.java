package org.symbolon.api.tokenfile.format;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.symbolon.api.kernel.JsonText;
import org.symbolon.command.token.ExportedToken;

/** Writes all that is known of each token as YAML: a list, whose values are written as JSON, which is YAML, too. */
public final class TokenYamlWriter implements TokenFileWriter {

    private final Writer out;
    private boolean begun;

    public TokenYamlWriter(Writer out) {
        this.out = out;
    }

    @Override
    public boolean says(ExportedToken token) {
        return true;
    }

    @Override
    public void write(ExportedToken token, String owner, Map<String, Object> known) throws IOException {
        begun = true;
        Map<String, Object> all = new LinkedHashMap<>(known);
        all.put("otpkey", token.secret().reveal());
        all.put("counter", token.state().count());
        all.put("owner", owner);
        String mark = "- ";
        for (Map.Entry<String, Object> entry : all.entrySet()) {
            out.write(mark + entry.getKey() + ": " + JsonText.write(entry.getValue()) + "\n");
            mark = "  ";
        }
    }

    @Override
    public void close() throws IOException {
        if (!begun) {
            out.write("[]\n");
        }
        out.close();
    }
}
