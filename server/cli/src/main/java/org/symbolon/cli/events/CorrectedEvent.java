package org.symbolon.cli.events;

import java.io.PrintWriter;

/** Says what was decided about an event, and what is still to be done. */
final class CorrectedEvent {

    private CorrectedEvent() {}

    static void print(PrintWriter out, EventMending.Correction done) {
        out.println(done.sentence());
        if (done.rebuildIsDue()) {
            out.println("Read models do not show that yet. When all such events are corrected, make them anew:"
                    + " symbolon projections rebuild");
        }
    }
}
