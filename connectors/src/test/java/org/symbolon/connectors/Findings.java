package org.symbolon.connectors;

import java.util.List;
import org.symbolon.command.examination.port.Finding;

/** What was found, in one line each, as tests compare it. */
public final class Findings {

    private Findings() {}

    public static List<String> told(List<Finding> findings) {
        return findings.stream().map(Findings::told).toList();
    }

    private static String told(Finding finding) {
        return finding instanceof Finding.Said said
                ? said.verdict() + " " + said.words()
                : "HOLDS " + ((Finding.Holds) finding).what() + ", else " + ((Finding.Holds) finding).over();
    }
}
