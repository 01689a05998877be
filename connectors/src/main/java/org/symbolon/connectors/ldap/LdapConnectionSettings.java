package org.symbolon.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.symbolon.connectors.parameters.StoreParameters;
import org.symbolon.events.shared.Secret;

/**
 * How the servers of a directory are reached.
 *
 * @param bindDn the service account; empty to ask anonymously
 * @param timeout for the whole of a question, whichever servers are tried for it
 * @param rounds how many times the servers are gone through before a question fails
 * @param skip how long a server that failed is left alone; zero to try it each time
 */
record LdapConnectionSettings(
        List<LdapAddress> servers,
        String bindDn,
        Secret bindPassword,
        Duration timeout,
        LdapTls tls,
        Strategy strategy,
        int rounds,
        Duration skip) {

    /** With which server a question begins. */
    enum Strategy {
        ROUND_ROBIN,
        FIRST,
        RANDOM
    }

    private static final int DEFAULT_TIMEOUT = 5;
    private static final int LONGEST = 120;
    private static final int MOST_ROUNDS = 10;
    private static final int DEFAULT_SKIP = 30;
    private static final int LONGEST_SKIP = 3600;

    static LdapConnectionSettings of(StoreParameters parameters) {
        if (!parameters.text("AUTHTYPE", "Simple").equalsIgnoreCase("simple")) {
            throw new IllegalArgumentException(
                    "AUTHTYPE is not Simple: this version binds by DN and password only, best over TLS");
        }
        return new LdapConnectionSettings(
                LdapAddress.all(parameters),
                dn(parameters, "BINDDN"),
                parameters.secret("BINDPW"),
                Duration.ofSeconds(parameters.number("TIMEOUT", DEFAULT_TIMEOUT, 1, LONGEST)),
                LdapTls.of(parameters),
                strategy(parameters.text("SERVERPOOL_STRATEGY", "ROUND_ROBIN")),
                parameters.number("SERVERPOOL_ROUNDS", 2, 1, MOST_ROUNDS),
                Duration.ofSeconds(parameters.number("SERVERPOOL_SKIP", DEFAULT_SKIP, 0, LONGEST_SKIP)));
    }

    /** The same, for one server alone that is asked once. */
    LdapConnectionSettings of(LdapAddress server) {
        return new LdapConnectionSettings(
                List.of(server), bindDn, bindPassword, timeout, tls, Strategy.FIRST, 1, Duration.ZERO);
    }

    private static Strategy strategy(String name) {
        try {
            return Strategy.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("SERVERPOOL_STRATEGY is none of ROUND_ROBIN, FIRST, RANDOM");
        }
    }

    /** Active Directory also takes {@code user@domain} and {@code DOMAIN\\user}, which are no distinguished names. */
    private static String dn(StoreParameters parameters, String key) {
        String text = parameters.text(key, "");
        if (text.contains("=") && !DN.isValidDN(text)) {
            throw new IllegalArgumentException(key + " is no distinguished name");
        }
        return text;
    }

    /** A distinguished name that must be there. */
    static DN base(StoreParameters parameters) {
        return dn("LDAPBASE", parameters.required("LDAPBASE"));
    }

    /** What an entry of the configuration says. */
    static DN dn(String key, String text) {
        try {
            return new DN(text);
        } catch (LDAPException malformed) {
            throw new IllegalArgumentException(key + " is no distinguished name");
        }
    }
}
