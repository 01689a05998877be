package org.symbolon.cli;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.cli.events.EventMending;
import org.symbolon.cli.kernel.Progress;

/** What a check finds is what a test wants, and what is decided is noted. */
final class FakeEventMending implements EventMending {
    final List<String> unreadable = new ArrayList<>();
    final List<String> lacking = new ArrayList<>();
    final List<String> decisions = new ArrayList<>();
    boolean rebuildIsDue;

    @Override
    public Check check(Progress progress) {
        return new Check(5678, unreadable, lacking, List.of("Event 3 was left out at noon by command line: noise."));
    }

    @Override
    public Correction skip(long index, String reason) {
        decisions.add("skip " + index + " " + reason);
        return new Correction("Event " + index + " was left out.", rebuildIsDue);
    }

    @Override
    public Correction repair(long index, String payload, String reason) {
        decisions.add("repair " + index + " " + payload + " " + reason);
        return new Correction("Event " + index + " was repaired.", rebuildIsDue);
    }
}
