package org.symbolon.cli.janitor;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.Progress;
import org.symbolon.cli.kernel.ProgressBar;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds tokens and lists, exports or changes them. */
@Command(
        name = "find",
        sortOptions = false,
        description = {
            "Find the tokens that fit all filters, and list them, or do with each what --action says.",
            "Each token is changed by itself, with a row in the audit. A token that is as wanted already is left alone, so"
                    + " that a command that was stopped goes on where it was when it is given again.",
            "Exit code 1 if a token could not be changed."
        })
final class FindCommand implements Callable<Integer>, ByServer {

    private static final int USUAL_PAGE = 500;
    /** So that it is seen how far it is. */
    private static final int PAGE_OF_CHANGES = 100;

    private static final int LARGEST_PAGE = 10_000;

    private final Backend backend;
    private final Clock clock;

    @Spec
    private CommandSpec specification;

    @Mixin
    private FilterOptions filter;

    @Mixin
    private ActionOptions action;

    @Mixin
    private FormOptions form;

    @Option(
            names = "--chunksize",
            paramLabel = "N",
            description = "Take N tokens at a time; --limit then is about each chunk. 1 to 10000. Default: 500, and 100"
                    + " where they are changed.")
    private Optional<Integer> chunkSize;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Change nothing if more than N tokens would be changed, or deleted, or exported.")
    private Optional<Long> limit;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Change N tokens a second at most, for the sake of those who log in; 0: as many as can be."
                    + " Default: ${DEFAULT-VALUE}.")
    private int rate = 50;

    @Option(
            names = {"-d", "--dry-run", "--dryrun", "--noaction"},
            description = "Only say how many tokens would be changed.")
    private boolean dry;

    @Mixin
    private SharedOptions options;

    FindCommand(Backend backend, Clock clock) {
        this.backend = backend;
        this.clock = clock;
    }

    /** Secrets go into a file of whoever gives the command, and past nobody. */
    @Override
    public boolean isForServer() {
        return !action.isExport();
    }

    @Override
    public Integer call() {
        filter.check();
        action.check();
        form.check(action.isExport());
        int page = chunkSize.orElse(action.isChange() ? PAGE_OF_CHANGES : USUAL_PAGE);
        if (page < 1 || page > LARGEST_PAGE || rate < 0 || limit.orElse(0L) < 0) {
            throw new ParameterException(
                    specification.commandLine(), "a chunk has 1 to 10000 tokens, and no number is negative");
        }
        return backend.reading().ask(options, TokenStock.class, stock -> act(stock, page));
    }

    private int act(TokenStock stock, int page) {
        WantedTokens wanted = filter.wanted(stock, clock);
        TokenWalk walk = new TokenWalk(stock, wanted, page);
        boolean well = true;
        if (action.isChange()) {
            well = change(stock, wanted, walk);
        } else if (action.isExport()) {
            export(stock, walk);
        } else {
            TokenListing listing = form.listing(stock, out(), action.listsUsers());
            walk.each(listing::take, (done, all) -> {});
            listing.end();
        }
        warn(walk.silences());
        return well ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private boolean change(TokenStock stock, WantedTokens wanted, TokenWalk walk) {
        TokenChange change = action.change();
        stock.check(change);
        ChangeRun run = new ChangeRun(stock, wanted, change, backend.account(), dry, rate, err());
        requireWithinLimit(walk);
        follow(progress -> walk.each(
                tokens -> {
                    requireChunkWithinLimit(tokens);
                    run.take(tokens);
                },
                progress));
        out().println(form.isJson() ? JsonLine.of(run.summary()) : run.sentence());
        return run.isWithoutRefusals();
    }

    private void export(TokenStock stock, TokenWalk walk) {
        requireWithinLimit(walk);
        AtomicLong found = new AtomicLong();
        AtomicLong written = new AtomicLong();
        UserNames names = new UserNames(stock);
        try (TokenStock.TokenFile file = form.export(stock, backend.caller(), out())) {
            follow(progress -> walk.each(
                    tokens -> {
                        requireChunkWithinLimit(tokens);
                        names.lookUp(tokens);
                        found.addAndGet(tokens.size());
                        written.addAndGet(file.write(tokens, names));
                    },
                    progress));
        }
        err().printf(Locale.ROOT, "Exported %,d tokens, left out %,d.%n", written.get(), found.get() - written.get());
    }

    /** Without chunks it is about all tokens, so that they are counted before any is changed. */
    private void requireWithinLimit(TokenWalk walk) {
        if (limit.isPresent() && chunkSize.isEmpty()) {
            AtomicLong found = new AtomicLong();
            walk.each(tokens -> found.addAndGet(tokens.size()), (done, all) -> {});
            requireLess(found.get());
        }
    }

    private void requireChunkWithinLimit(List<StockedToken> chunk) {
        if (chunkSize.isPresent()) {
            requireLess(chunk.size());
        }
    }

    private void requireLess(long found) {
        if (limit.isPresent() && found > limit.get()) {
            throw new CommandFailedException(
                    "%d tokens are more than the limit of %d; nothing is done to them".formatted(found, limit.get()));
        }
    }

    private void follow(Consumer<Progress> work) {
        try (ProgressBar bar = ProgressBar.on(backend.caller(), err(), "tokens")) {
            work.accept(bar);
        }
    }

    private void warn(Map<String, String> silences) {
        silences.forEach((resolver, why) -> err().printf(
                        "Of the owners in resolver %s nothing is known, and nobody was taken for %s: %s%n",
                        resolver, filter.orphanIfUnknown() ? "known" : "gone", why));
    }

    private PrintWriter out() {
        return specification.commandLine().getOut();
    }

    private PrintWriter err() {
        return specification.commandLine().getErr();
    }
}
