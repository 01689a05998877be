package org.symbolon.cli.janitor;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.symbolon.cli.CommandLineInterface;

/** What a command came to. */
record JanitorRun(int code, String out, String err) {

    static JanitorRun of(FakeStock stock, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = CommandLineInterface.create(stock)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of("token-janitor"), Stream.of(arguments))
                        .toArray(String[]::new));
        return new JanitorRun(code, out.toString(), err.toString());
    }

    /** The serials that a command finds. */
    static List<String> found(FakeStock stock, String filter) {
        String[] arguments = ("find --csv " + filter).strip().split(" ");
        JanitorRun run = of(stock, arguments);
        if (run.code() != 0) {
            throw new AssertionError(run.err());
        }
        return run.out().lines().map(line -> line.split("'", -1)[1]).toList();
    }
}
