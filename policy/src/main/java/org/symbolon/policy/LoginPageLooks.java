package org.symbolon.policy;

import java.util.List;

/**
 * What policies say about the page that people log in on. Whoever may write policies wrote these texts, so that the page
 * shows them as texts and nothing else. Where policies say nothing, a text is empty.
 *
 * @param realms the realms to choose from, of which the first is preset; none where there is nothing to choose
 * @param node the name of this node, where it is to be shown
 */
public record LoginPageLooks(
        List<String> realms, String text, String menu, String baseline, String privacyStatement, String node) {

    public static final LoginPageLooks PLAIN = new LoginPageLooks(List.of(), "", "", "", "", "");
}
