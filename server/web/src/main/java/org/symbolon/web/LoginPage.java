package org.symbolon.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.policy.LoginPageLooks;

/**
 * The page that people log in on. Its places, comments in the HTML, are filled in one pass, so that nothing that is put into
 * one can be taken for another.
 */
final class LoginPage {

    private static final String KEY_BUTTON = "<button type=\"button\" id=\"by-key\">Log in with a passkey</button>";
    private static final Pattern PLACE = Pattern.compile("<!--(\\w+)-->");

    private final String template;

    LoginPage(String template) {
        this.template = template;
    }

    String html(LoginPageLooks looks) {
        Map<String, String> places = places(looks);
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(places.getOrDefault(place.group(1), "")));
    }

    private static Map<String, String> places(LoginPageLooks looks) {
        Map<String, String> places = new LinkedHashMap<>();
        if (!looks.menu().isEmpty()) {
            places.put("menu", "<nav aria-label=\"Menu\"><ul>" + PolicyText.items(looks.menu()) + "</ul></nav>");
        }
        if (!looks.text().isEmpty()) {
            places.put("text", "<p id=\"login-text\">" + PolicyText.withLinks(looks.text()) + "</p>");
        }
        if (!looks.realms().isEmpty()) {
            places.put("realms", realms(looks.realms()));
        }
        if (looks.passkeys()) {
            places.put("key", KEY_BUTTON);
        }
        if (!looks.baseline().isEmpty()) {
            places.put("baseline", "<p id=\"baseline\">" + PolicyText.withLinks(looks.baseline()) + "</p>");
        }
        if (PolicyText.isAddress(looks.privacyStatement())) {
            places.put("privacy", "<li>" + PolicyText.link(looks.privacyStatement(), "Privacy statement") + "</li>");
        }
        if (!looks.node().isEmpty()) {
            places.put("node", "<li id=\"node\">Node " + PolicyText.escaped(looks.node()) + "</li>");
        }
        return places;
    }

    private static String realms(List<String> realms) {
        StringBuilder choice =
                new StringBuilder("<label for=\"realm\">Realm</label><select id=\"realm\" name=\"realm\">");
        realms.forEach(realm ->
                choice.append("<option>").append(PolicyText.escaped(realm)).append("</option>"));
        return choice.append("</select>").toString();
    }
}
