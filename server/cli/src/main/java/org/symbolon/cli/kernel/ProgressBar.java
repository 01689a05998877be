package org.symbolon.cli.kernel;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows how far a long piece of work has come: as a bar that is drawn again and again on a terminal, as a plain line
 * every few seconds elsewhere, so that logs stay readable.
 */
public final class ProgressBar implements Progress, AutoCloseable {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LINE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final PrintWriter out;
    private final boolean terminal;
    private final String unit;
    private final LongSupplier clock;
    private final long began;
    private long shown;
    private boolean drawn;

    /** A bar on the standard error of whoever gives the command, whatever that is. */
    public static ProgressBar on(Caller caller, PrintWriter standardError, String unit) {
        return new ProgressBar(standardError, caller.seesProgress(), unit, System::nanoTime);
    }

    ProgressBar(PrintWriter out, boolean terminal, String unit, LongSupplier clock) {
        this.out = out;
        this.terminal = terminal;
        this.unit = unit;
        this.clock = clock;
        this.began = clock.getAsLong();
        this.shown = began;
    }

    @Override
    public void at(long done, long all) {
        long now = clock.getAsLong();
        boolean complete = done >= all;
        if (now - shown < (terminal ? REDRAW_NANOS : LINE_NANOS) && !(terminal && complete)) {
            return;
        }
        shown = now;
        if (terminal) {
            draw(done, all);
        } else {
            out.println(numbers(done, all));
        }
        out.flush();
    }

    private void draw(long done, long all) {
        int filled = all <= 0 ? WIDTH : (int) (WIDTH * Math.min(done, all) / all);
        out.printf("\r[%s%s] %s\u001b[K", "#".repeat(filled), ".".repeat(WIDTH - filled), numbers(done, all));
        drawn = true;
    }

    private String numbers(long done, long all) {
        long percent = all <= 0 ? 100 : 100 * Math.min(done, all) / all;
        long nanos = Math.max(1, shown - began);
        double perSecond = done * 1e9 / nanos;
        return String.format(Locale.ROOT, "%3d %%  %,d of %,d %s, %,.0f/s", percent, done, all, unit, perSecond);
    }

    /** Leaves the bar as it is and goes on below it. */
    @Override
    public void close() {
        if (drawn) {
            out.println();
            out.flush();
        }
    }
}
