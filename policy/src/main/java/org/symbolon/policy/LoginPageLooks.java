package org.symbolon.policy;

import java.util.List;

/**
 * What policies say about the page that people log in on. Whoever may write policies wrote these texts, so that the page
 * shows them as texts and nothing else. Where policies say nothing, a text is empty.
 *
 * @param realms the realms to choose from, of which the first is preset; none where there is nothing to choose
 * @param node the name of this node, where it is to be shown
 * @param passkeys whether it is offered to log in with a passkey
 */
public record LoginPageLooks(
        List<String> realms,
        String text,
        String menu,
        String baseline,
        String privacyStatement,
        String node,
        boolean passkeys) {

    public static final LoginPageLooks PLAIN = new LoginPageLooks(List.of(), "", "", "", "", "", true);

    /** The same where nobody can log in with a passkey, whatever policies say. */
    public LoginPageLooks withoutPasskeys() {
        return new LoginPageLooks(realms, text, menu, baseline, privacyStatement, node, false);
    }
}
