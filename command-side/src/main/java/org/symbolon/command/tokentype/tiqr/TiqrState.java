package org.symbolon.command.tokentype.tiqr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.ocra.OcraSuite;
import org.symbolon.events.token.TypeState;

/** What is kept of a tiqr token: what its responses are computed of and, until a telephone has taken it, by what that proves itself. */
record TiqrState(TokenView token) {

    static final String SUITE = "ocrasuite";
    static final String SESSION = "session";

    static final List<StateEntry> ENTRIES =
            List.of(StateEntry.text(SUITE).locked(), StateEntry.text(SESSION).locked());

    /** That of a token that waits for its telephone. */
    static TypeState waiting(OcraSuite suite, String session) {
        return TypeState.of(null, Map.of(SUITE, suite.text(), SESSION, session));
    }

    /** That of one that a telephone has taken. */
    TypeState taken() {
        Map<String, Object> entries = new HashMap<>();
        token.state().text(SUITE).ifPresent(suite -> entries.put(SUITE, suite));
        entries.put(SESSION, null);
        return TypeState.of(null, entries);
    }

    /** By which name the app knows its owner. */
    static String userId(Holder holder) {
        return holder.login() + "_" + holder.realm();
    }

    /** As whom the app shows him. */
    static String displayName(Holder holder) {
        return (holder.givenName() + " " + holder.surname()).strip();
    }

    Optional<String> session() {
        return token.state().text(SESSION).filter(known -> !known.isEmpty());
    }

    boolean isTaken() {
        return session().isEmpty() && !token.secret().isEmpty();
    }

    OcraSuite suite() {
        return OcraSuite.read(token.state().text(SUITE).orElse(""));
    }
}
