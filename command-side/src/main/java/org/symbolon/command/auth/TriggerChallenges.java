package org.symbolon.command.auth;

import java.util.List;
import java.util.Map;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.shared.TokenOwner;

/**
 * Ask these tokens a challenge, though nobody has typed a PIN.
 *
 * @param owner whom the tokens must belong to, null for whomever
 * @param holder who he is, where a type wants to know
 * @param fields what token types have asked to see of the request, by its name on the wire
 */
public record TriggerChallenges(
        TokenOwner owner, List<String> serials, LoginTerms terms, Holder holder, Map<String, String> fields) {

    public TriggerChallenges {
        fields = Map.copyOf(fields);
    }

    /** One whose owner nobody wants to know. */
    public TriggerChallenges(TokenOwner owner, List<String> serials, LoginTerms terms) {
        this(owner, serials, terms, Holder.NOBODY, Map.of());
    }

    /** The same with what token types have asked to see. */
    public TriggerChallenges with(Map<String, String> seen) {
        return new TriggerChallenges(owner, serials, terms, holder, seen);
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return "TriggerChallenges[" + serials + ", " + fields.keySet() + "]";
    }
}
