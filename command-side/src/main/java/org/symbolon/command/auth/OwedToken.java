package org.symbolon.command.auth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.CountedTokens;
import org.symbolon.events.token.TokenLimit;

/**
 * A token that somebody who is right has to enrol before he is let in.
 *
 * @param parameters what has been decided about it, as an enrolment takes it
 * @param limits within which it must stay, unless it is there already
 * @param waiting the serial under which an earlier log-in has enrolled it without being answered, null if none has
 * @param pin its PIN, null if nothing is known of one
 */
public record OwedToken(
        TokenOwner owner,
        Holder holder,
        String type,
        Map<String, String> parameters,
        List<TokenLimit> limits,
        String waiting,
        PinToKeep pin) {

    public OwedToken(
            TokenOwner owner, Holder holder, String type, Map<String, String> parameters, List<TokenLimit> limits) {
        this(owner, holder, type, Map.copyOf(parameters), List.copyOf(limits), null, null);
    }

    OwedToken waitingAs(String serial) {
        return new OwedToken(owner, holder, type, parameters, limits, serial, pin);
    }

    OwedToken withPin(PinToKeep known) {
        return new OwedToken(owner, holder, type, parameters, limits, waiting, known);
    }

    /** What nobody else may decide about at the same time. */
    SortedSet<String> places() {
        SortedSet<String> places = new TreeSet<>();
        places.add(CountedTokens.of(owner, type, false, null).place());
        limits.forEach(limit -> places.add(limit.tokens().place()));
        return places;
    }

    EnrollToken enrolment() {
        Map<String, String> complete = new HashMap<>(parameters);
        complete.put("type", type);
        complete.put("genkey", "1");
        if (waiting != null) {
            complete.put("serial", waiting);
        }
        return new EnrollToken(complete, Map.of(), pin, owner, holder, null, true).byLogin();
    }
}
