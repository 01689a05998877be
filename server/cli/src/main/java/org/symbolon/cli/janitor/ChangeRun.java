package org.symbolon.cli.janitor;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.symbolon.cli.kernel.CommandFailedException;

/**
 * Changes tokens one after the other, each by itself: what stops it leaves tokens that are changed and tokens that are not, and the same
 * command goes on there. Each is looked at once more before, since it may have changed since it was found.
 */
final class ChangeRun {

    private static final int MOST_TOLD = 1_000;

    private final TokenStock stock;
    private final WantedTokens wanted;
    private final TokenChange change;
    private final String who;
    private final boolean dry;
    private final long pauseNanos;
    private final PrintWriter complaints;

    private long found;
    private long changed;
    private long unchanged;
    private long escaped;
    private long refused;
    private final Map<String, String> reasons = new LinkedHashMap<>();

    /**
     * Makes it.
     *
     * @param who is told the audit
     * @param dry whether nothing is to be done
     * @param rate how many tokens a second are changed at most; 0 for as many as can be
     * @param complaints is told which tokens could not be changed, and why
     */
    ChangeRun(
            TokenStock stock,
            WantedTokens wanted,
            TokenChange change,
            String who,
            boolean dry,
            int rate,
            PrintWriter complaints) {
        this.stock = stock;
        this.wanted = wanted;
        this.change = change;
        this.who = who;
        this.dry = dry;
        this.pauseNanos = rate == 0 ? 0 : Duration.ofSeconds(1).toNanos() / rate;
        this.complaints = complaints;
    }

    void take(List<StockedToken> tokens) {
        tokens.forEach(this::take);
    }

    private void take(StockedToken token) {
        found++;
        if (!change.isNeededBy(token)) {
            unchanged++;
        } else if (dry) {
            changed++;
        } else {
            takeAgain(token.serial());
        }
    }

    private void takeAgain(String serial) {
        Optional<StockedToken> again = stock.again(serial).filter(token -> wanted.includes(token, stock));
        if (again.isEmpty()) {
            escaped++;
            return;
        }
        try {
            stock.change(who, again.get(), change);
            changed++;
        } catch (CommandFailedException refusal) {
            refuse(serial, refusal.getMessage());
        }
        LockSupport.parkNanos(pauseNanos);
    }

    private void refuse(String serial, String reason) {
        refused++;
        complaints.println(serial + ": " + reason);
        if (reasons.size() < MOST_TOLD) {
            reasons.put(serial, reason);
        }
    }

    boolean isWithoutRefusals() {
        return refused == 0;
    }

    String sentence() {
        StringBuilder sentence = new StringBuilder();
        sentence.append(String.format(
                Locale.ROOT,
                "%s: %,d found, %,d %s, %,d so already",
                change.name(),
                found,
                changed,
                dry ? "would be changed" : "changed",
                unchanged));
        if (escaped > 0) {
            sentence.append(String.format(Locale.ROOT, ", %,d changed otherwise meanwhile", escaped));
        }
        if (refused > 0) {
            sentence.append(String.format(Locale.ROOT, ", %,d refused", refused));
        }
        return sentence.append('.').toString();
    }

    /** The same for scripts. */
    Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("action", change.name());
        summary.put("dry_run", dry);
        summary.put("found", found);
        summary.put("changed", changed);
        summary.put("unchanged", unchanged);
        summary.put("escaped", escaped);
        summary.put("refused", refused);
        summary.put("refusals", reasons);
        return summary;
    }
}
