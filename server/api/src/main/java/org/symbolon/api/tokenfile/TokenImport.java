package org.symbolon.api.tokenfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.ImportJson;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.ServerEnd;
import org.symbolon.api.tokenfile.format.TokenRecord;
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
        boolean several = plan.size() > PORTION;
        portions(portion -> check(portion, several), portion -> check(portion, several));
        List<TokenRecord> last = new ArrayList<>();
        portions(this::take, last::addAll);
        return commands.send(
                request,
                new ImportTokens(plan.portion(last).tokens()),
                (Imported ended) -> answer(imported.and(ended), fileName));
    }

    /** Goes through the tokens that count, so many at a time; the last ones, which may be none, go to another. */
    private void portions(Consumer<List<TokenRecord>> each, Consumer<List<TokenRecord>> last) {
        List<TokenRecord> portion = new ArrayList<>(PORTION);
        plan.each(token -> {
            if (portion.size() == PORTION) {
                each.accept(portion);
                portion.clear();
            }
            portion.add(token);
        });
        last.accept(portion);
    }

    /** Whether they reach no further than the caller's right, and, where they are not all, would be enrolled. */
    private void check(List<TokenRecord> records, boolean several) {
        requireTime();
        ImportPlan.Portion portion = plan.portion(records);
        request.rights().requireImport(portion.serials(), portion.owners(), portion.realms());
        if (several) {
            commands.sendQuietly(request, new CheckImport(portion.tokens()));
        }
    }

    private void take(List<TokenRecord> records) {
        requireTime();
        imported = imported.and((Imported) commands.sendQuietly(
                request, new ImportTokens(plan.portion(records).tokens())));
    }

    private void requireTime() {
        if (end.isNear()) {
            throw ApiException.stopping("The server stops, and " + imported.total() + " of " + plan.size()
                    + " tokens were imported. Send the file again: those are left alone.");
        }
    }

    private Reply answer(Imported all, String fileName) {
        request.notes()
                .success(true)
                .info("imported " + all.total() + " tokens from file " + fileName + plan.tellLeftOut());
        return Reply.value(Map.of("n_imported", all.total(), "n_not_imported", plan.leftOut()))
                .detail(ImportJson.of(all));
    }
}
