package org.symbolon.command.eventhandler;

import java.util.List;

/** Look at the tokens with these serials, as handlers see them: as they are after all that is committed. It changes nothing. */
public record LookAtSubjects(List<String> serials) {

    public LookAtSubjects {
        serials = List.copyOf(serials);
    }
}
