package org.symbolon.api.tokenfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.tokenfile.format.FileWorkFactor;
import org.symbolon.api.tokenfile.format.PskcWriter;
import org.symbolon.command.token.ExportTokens;
import org.symbolon.command.token.Exported;
import org.symbolon.command.token.ExportedToken;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;

/** Writes the tokens of one file, some hundred at a time, so that few secrets are open at once. The file itself has none that is. */
final class TokenExport implements Reply.Writer {

    /** That of RFC 6030, 12.1. */
    static final String CONTENT_TYPE = "application/pskc+xml";

    private static final int PORTION = 500;

    private final CommandDispatcher commands;
    private final ApiRequest request;
    private final Secret password;
    private final FileWorkFactor workFactor;
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    TokenExport(CommandDispatcher commands, ApiRequest request, Secret password, FileWorkFactor workFactor) {
        this.commands = commands;
        this.request = request;
        this.password = password;
        this.workFactor = workFactor;
    }

    /** Writes those that the caller's right reaches and a file can say, and answers how many. */
    int write(List<String> serials) {
        try (PskcWriter writer = new PskcWriter(file, password, workFactor)) {
            int written = 0;
            for (int first = 0; first < serials.size(); first += PORTION) {
                written += write(serials.subList(first, Math.min(serials.size(), first + PORTION)), writer);
            }
            return written;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private int write(List<String> serials, PskcWriter writer) throws IOException {
        List<String> reached = serials.stream()
                .filter(serial -> request.rights().reaches(AdminActions.EXPORTTOKENS, serial))
                .toList();
        Exported exported = (Exported) commands.sendQuietly(request, new ExportTokens(reached));
        int written = 0;
        for (ExportedToken token : exported.tokens()) {
            if (PskcWriter.canSay(token)) {
                writer.write(token);
                written++;
            }
        }
        return written;
    }

    @Override
    public void writeTo(OutputStream output) throws IOException {
        file.writeTo(output);
    }
}
