package org.symbolon.command.auth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.token.EnrolmentEvidence;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.auth.OwedTokenTerms;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.CountedTokens;
import org.symbolon.events.token.TokenLimit;

/**
 * A token that somebody who is right has to enrol before he is let in.
 *
 * @param parameters what has been decided about it, as an enrolment takes it
 * @param terms what policies say to its type
 * @param gathered what its type wanted to be gathered before
 * @param limits within which it must stay, unless it is there already
 * @param waiting the serial under which an earlier log-in has enrolled it without being answered, null if none has
 * @param pin its PIN, null if nothing is known of one
 * @param text what he is told in place of what the type says, null for that; not where the type asks something of its own
 * @param optional whether he may do without
 */
public record OwedToken(
        TokenOwner owner,
        Holder holder,
        String type,
        Map<String, String> parameters,
        TypeTerms terms,
        Gathered gathered,
        List<TokenLimit> limits,
        String waiting,
        PinToKeep pin,
        String text,
        boolean optional) {

    public OwedToken(
            TokenOwner owner, Holder holder, String type, Map<String, String> parameters, List<TokenLimit> limits) {
        this(
                owner,
                holder,
                type,
                Map.copyOf(parameters),
                TypeTerms.NONE,
                Gathered.NOTHING,
                List.copyOf(limits),
                null,
                null,
                null,
                false);
    }

    OwedToken waitingAs(String serial) {
        return new OwedToken(owner, holder, type, parameters, terms, gathered, limits, serial, pin, text, optional);
    }

    OwedToken withPin(PinToKeep known) {
        return new OwedToken(owner, holder, type, parameters, terms, gathered, limits, waiting, known, text, optional);
    }

    /** The same whose type is told this. */
    OwedToken under(TypeTerms said) {
        return new OwedToken(owner, holder, type, parameters, said, gathered, limits, waiting, pin, text, optional);
    }

    /** The same as these terms want it asked for. */
    OwedToken asIn(OwedTokenTerms said) {
        return new OwedToken(
                owner,
                holder,
                type,
                parameters,
                terms,
                gathered,
                limits,
                waiting,
                pin,
                said.text().value(),
                said.isOptional());
    }

    /** The same with what its type wants gathered. */
    OwedToken gatheredBy(EnrolmentEvidence evidence) {
        Gathered answers = evidence.prepared(enrolment()).gathered();
        return new OwedToken(owner, holder, type, parameters, terms, answers, limits, waiting, pin, text, optional);
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
        EnrollToken enrolment = new EnrollToken(complete, Map.of(), pin, owner, holder, null, true)
                .under(terms)
                .with(gathered);
        return optional ? enrolment.optionalByLogin() : enrolment.byLogin();
    }
}
