package org.symbolon.api.tokenfile;

import java.util.Map;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.ImportJson;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.ServerEnd;
import org.symbolon.command.shared.Imported;
import org.symbolon.command.token.CheckImport;
import org.symbolon.command.token.ImportTokens;

/**
 * Enrols the tokens of a file some hundred at a time, each portion in one commit, so that a large file needs no more memory than a small
 * one. A file of several portions is looked through before, so that one that would be refused leaves nothing behind. If the server is told
 * to stop, it ends between two portions; sent once more, the file goes on there, for what is there already is left alone.
 */
final class TokenImport {

    /** How many tokens are enrolled in one commit. */
    static final int PORTION = 500;

    private final CommandDispatcher commands;
    private final ServerEnd end;
    private final ApiRequest request;
    private final ImportPlan plan;
    private Imported imported = Imported.NOTHING;

    TokenImport(CommandDispatcher commands, ServerEnd end, ApiRequest request, ImportPlan plan) {
        this.commands = commands;
        this.end = end;
        this.request = request;
        this.plan = plan;
    }

    /** Enrols all of them; the last portion has the audit's fact about the whole in its commit. */
    Reply run(String fileName) {
        int portions = plan.portions(PORTION);
        if (portions > 1) {
            check(portions);
        }
        for (int portion = 0; portion < portions - 1; portion++) {
            take(portion);
        }
        return commands.send(request, tokensOf(portions - 1), (Imported last) -> answer(imported.and(last), fileName));
    }

    private void check(int portions) {
        for (int portion = 0; portion < portions; portion++) {
            requireTime();
            commands.sendQuietly(request, new CheckImport(plan.portion(portion, PORTION)));
        }
    }

    private void take(int portion) {
        requireTime();
        imported = imported.and((Imported) commands.sendQuietly(request, tokensOf(portion)));
    }

    private void requireTime() {
        if (end.isNear()) {
            throw ApiException.stopping("The server stops, and " + imported.total() + " of " + plan.size()
                    + " tokens were imported. Send the file again: those are left alone.");
        }
    }

    private ImportTokens tokensOf(int portion) {
        return new ImportTokens(plan.portion(portion, PORTION));
    }

    private Reply answer(Imported all, String fileName) {
        request.notes()
                .success(true)
                .info("imported " + all.total() + " tokens from file " + fileName + plan.tellLeftOut());
        return Reply.value(Map.of("n_imported", all.total(), "n_not_imported", plan.leftOut()))
                .detail(ImportJson.of(all));
    }
}
