package org.symbolon.command.tokentype;

import java.util.List;
import java.util.Optional;
import org.symbolon.events.shared.Secret;

/**
 * The endpoint of a type at which programs have log-ins checked in words of their own. Such a log-in is decided as any other by a
 * token's serial, of which no policy says anything.
 */
public interface LoginEndpoint extends TypeEndpoint {

    /** What a call wants to log in with; empty if it is none that could. */
    Optional<Wish> wish(TypeCall call, Circumstances now);

    /** What is answered once it is decided. */
    TypeReply answer(TypeCall call, boolean accepted, Circumstances now);

    /**
     * A log-in with the one active token of the type of which an entry of its state says this.
     *
     * @param entry the name of the entry
     * @param values what it may be; the first that is found counts
     * @param pass what was typed
     */
    record Wish(String entry, List<String> values, Secret pass) {

        public Wish {
            values = List.copyOf(values);
        }
    }
}
