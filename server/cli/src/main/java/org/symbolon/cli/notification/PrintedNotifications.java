package org.symbolon.cli.notification;

import java.io.PrintWriter;
import java.util.List;
import org.symbolon.cli.kernel.TextTable;

/** What became of notifications, as people read it. */
final class PrintedNotifications {

    private PrintedNotifications() {}

    static void print(List<Notifications.Done> done, boolean dryRun, PrintWriter out) {
        TextTable table = new TextTable("NAME", dryRun ? "WOULD BE" : "OUTCOME");
        done.forEach(one -> table.add(
                one.name(), one.outcome().equals("kept") ? "kept: somebody has changed it (--force)" : one.outcome()));
        table.print(out);
    }
}
