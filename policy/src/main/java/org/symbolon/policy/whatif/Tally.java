package org.symbolon.policy.whatif;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.symbolon.policy.explain.Outcome;
import org.symbolon.policy.whatif.Replayed.Counts;
import org.symbolon.policy.whatif.Replayed.Example;

/** Counts what a replay finds, and keeps the first of it. */
final class Tally {

    private static final Counts LOST = new Counts(1, 0, 0, 0);
    private static final Counts GAINED = new Counts(0, 1, 0, 0);
    private static final Counts CHANGED = new Counts(0, 0, 1, 0);
    private static final Counts UNDECIDED = new Counts(0, 0, 0, 1);

    private final int mostExamples;
    private long requests;
    private long differing;
    private long undecided;
    private final Map<String, Long> realms = new TreeMap<>();
    private final Map<String, Counts> actions = new TreeMap<>();
    private final List<Example> examples = new ArrayList<>();

    Tally(int mostExamples) {
        this.mostExamples = mostExamples;
    }

    long requests() {
        return requests;
    }

    void add(RecordedRequest request, Difference difference) {
        requests++;
        if (!difference.undecided().isEmpty()) {
            undecided++;
            difference.undecided().forEach(action -> count(action.toString(), UNDECIDED));
        }
        if (difference.changes().isEmpty()) {
            return;
        }
        differing++;
        realms.merge(request.realm(), 1L, Long::sum);
        difference.changes().forEach(change -> count(change.action().toString(), kind(change)));
        if (examples.size() < mostExamples) {
            examples.add(example(request, difference));
        }
    }

    private void count(String action, Counts counts) {
        actions.merge(action, counts, Counts::plus);
    }

    private static Counts kind(Difference.Change change) {
        if (!Outcome.isRight(change.action())) {
            return CHANGED;
        }
        return change.after().text().equals(Outcome.ALLOWED) ? GAINED : LOST;
    }

    private static Example example(RecordedRequest request, Difference difference) {
        return new Example(
                request.fact().started(),
                request.endpoint(),
                Objects.requireNonNullElse(request.fact().user(), ""),
                request.realm(),
                Objects.requireNonNullElse(request.fact().administrator(), ""),
                Objects.requireNonNullElse(request.origin().client(), ""),
                difference.changes().stream().map(Tally::change).toList());
    }

    private static Replayed.Change change(Difference.Change change) {
        return new Replayed.Change(
                change.action().toString(),
                change.before().text(),
                change.after().text(),
                change.before().policies(),
                change.after().policies());
    }

    Replayed result(boolean whole, Duration duration) {
        return new Replayed(requests, differing, undecided, whole, duration, realms, actions, examples);
    }
}
