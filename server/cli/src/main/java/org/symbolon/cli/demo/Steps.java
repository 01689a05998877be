package org.symbolon.cli.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Prints the steps of the demonstration as they go, and remembers which were not as they should be. */
final class Steps {
    private final PrintWriter out;
    private final String tick;
    private final String cross;
    private final List<Integer> failed = new ArrayList<>();
    private int number;

    /**
     * Makes it.
     *
     * @param symbols whether the output can show more than ASCII
     */
    Steps(PrintWriter out, boolean symbols) {
        this.out = out;
        this.tick = symbols ? "✓" : "ok";
        this.cross = symbols ? "✗" : "FAILED";
    }

    /** Runs a step whose failure does not keep the next ones from being run; what it returns is its result in words. */
    void step(String title, Supplier<String> body) {
        begin(title);
        try {
            succeed(body.get());
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** Runs a step without which nothing goes on; its result is put into words. */
    <T> T essential(String title, Supplier<T> body, Function<T, String> words) {
        begin(title);
        try {
            T result = body.get();
            succeed(words.apply(result));
            return result;
        } catch (RuntimeException e) {
            fail(e);
            throw new StoppedException();
        }
    }

    /** Says something about the current step. */
    void note(String line) {
        out.println("       " + line);
        out.flush();
    }

    /** For a step whose failure is told elsewhere. */
    void begin(String title) {
        number++;
        out.printf("%n%3d. %s%n", number, title);
        out.flush();
    }

    void succeed(String result) {
        end(tick, result);
    }

    private void end(String mark, String result) {
        out.println("     " + mark + " " + result);
        out.flush();
    }

    private void fail(RuntimeException failure) {
        failed.add(number);
        String reason = failure instanceof UnexpectedException ? failure.getMessage() : failure.toString();
        end(cross, reason);
    }

    int count() {
        return number;
    }

    List<Integer> failed() {
        return List.copyOf(failed);
    }

    /** The demonstration cannot go on. */
    static final class StoppedException extends RuntimeException {}
}
