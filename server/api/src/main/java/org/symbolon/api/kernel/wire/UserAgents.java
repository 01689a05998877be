package org.symbolon.api.kernel.wire;

import java.util.Locale;
import java.util.Set;

/**
 * Knows which programs send values that must not be percent-decoded a second time: those that eduMFA exempts, those
 * that privacyIDEA exempts, and whatever does not begin with a product name. And which encode what people type twice, as
 * forms do: the plug-ins that are built on either Java client.
 */
final class UserAgents {

    private static final Set<String> EDUMFA = Set.of("eduMFA-LDAP-Proxy", "simpleSAMLphp", "eduMFA-cp");
    private static final Set<String> PRIVACYIDEA = Set.of("privacyidea-cp", "privacyidea-ldap-proxy", "simplesamlphp");

    private static final Set<String> ENDS_OF_JAVA_PLUGINS = Set.of("-keycloak", "-shibboleth");

    private UserAgents() {}

    static boolean decodesAgain(String userAgent) {
        if (userAgent.isEmpty()) {
            return true;
        }
        String product = product(userAgent);
        return !product.isEmpty()
                && !EDUMFA.contains(product)
                && !PRIVACYIDEA.contains(product.toLowerCase(Locale.ROOT));
    }

    /** In their forms a blank arrives as a plus sign, and a plus sign never does; their queries they encode once. */
    static boolean encodesFormsTwice(String userAgent) {
        String product = product(userAgent).toLowerCase(Locale.ROOT);
        return ENDS_OF_JAVA_PLUGINS.stream().anyMatch(product::endsWith);
    }

    private static String product(String userAgent) {
        int end = 0;
        while (end < userAgent.length() && isProductCharacter(userAgent.charAt(end))) {
            end++;
        }
        return userAgent.substring(0, end);
    }

    private static boolean isProductCharacter(char unit) {
        return (unit >= 'a' && unit <= 'z')
                || (unit >= 'A' && unit <= 'Z')
                || (unit >= '0' && unit <= '9')
                || unit == '-'
                || unit == '_';
    }
}
