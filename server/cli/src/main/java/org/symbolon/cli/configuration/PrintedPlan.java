package org.symbolon.cli.configuration;

import java.io.PrintWriter;
import java.util.List;
import org.symbolon.cli.configuration.ConfigurationTools.Action;
import org.symbolon.cli.configuration.ConfigurationTools.Change;
import org.symbolon.cli.configuration.ConfigurationTools.Line;
import org.symbolon.cli.configuration.ConfigurationTools.Plan;

/** A plan as people read it; what would move the cursor is shown as a question mark. */
final class PrintedPlan {

    private PrintedPlan() {}

    static void print(Plan plan, PrintWriter out) {
        plan.changes().forEach(change -> print(change, out));
        if (!plan.onlyHere().isEmpty()) {
            line(out, "Only on the server, and left alone (--prune deletes): " + String.join(", ", plan.onlyHere()));
        }
        if (!plan.keptEntries().isEmpty()) {
            line(out, "Entries only on the server, which stay: " + String.join(", ", plan.keptEntries()));
        }
        if (plan.changes().isEmpty()) {
            line(out, "Nothing to do.");
        } else {
            line(
                    out,
                    "%d made, %d changed, %d deleted."
                            .formatted(
                                    count(plan, Action.MAKE), count(plan, Action.CHANGE), count(plan, Action.DELETE)));
        }
        out.flush();
    }

    private static long count(Plan plan, Action action) {
        return plan.changes().stream()
                .filter(change -> change.action() == action)
                .count();
    }

    private static void print(Change change, PrintWriter out) {
        String sign =
                switch (change.action()) {
                    case MAKE -> "+";
                    case CHANGE -> "~";
                    case DELETE -> "-";
                };
        line(out, sign + " " + change.kind() + " " + change.name());
        List<Line> lines = change.lines();
        lines.forEach(field -> line(out, "    " + text(field)));
    }

    private static String text(Line line) {
        if (line.before() == null) {
            return "+ " + line.field() + ": " + shown(line.after());
        }
        if (line.after() == null) {
            return "- " + line.field() + ": " + line.before();
        }
        if (line.before().equals(line.after())) {
            return "~ " + line.field() + ": " + line.before() + " (changed)";
        }
        return "~ " + line.field() + ": " + line.before() + " -> " + line.after();
    }

    private static String shown(String text) {
        return text == null ? "\"\"" : text;
    }

    private static void line(PrintWriter out, String text) {
        out.println(text.replaceAll("\\p{C}", "?"));
    }
}
