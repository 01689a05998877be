package org.symbolon.command.auth;

import java.util.List;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.shared.TokenOwner;

/**
 * Ask these tokens a challenge, though nobody has typed a PIN.
 *
 * @param owner whom the tokens must belong to, null for whomever
 * @param holder who he is, where a type wants to know
 */
public record TriggerChallenges(TokenOwner owner, List<String> serials, LoginTerms terms, Holder holder) {

    /** One whose owner nobody wants to know. */
    public TriggerChallenges(TokenOwner owner, List<String> serials, LoginTerms terms) {
        this(owner, serials, terms, Holder.NOBODY);
    }
}
