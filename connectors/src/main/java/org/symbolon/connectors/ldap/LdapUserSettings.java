package org.symbolon.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.symbolon.connectors.parameters.StoreParameters;

/**
 * Which entries of a directory are users, and what their attributes mean.
 *
 * @param filter what every user fits
 * @param logins the attributes that a user logs in with, the main one first
 * @param mapping the directory's attribute by the name that it has here, {@code username} and {@code password} left out
 * @param several those names whose values are all shown
 * @param idAttribute whose value is a user's id; {@code DN} for the name of his entry
 * @param sizeLimit how many users a search finds at most
 * @param cacheTimeout how long what was found is believed; zero to ask each time
 * @param passwordAttribute where passwords are written to; empty for nowhere
 * @param groups how the groups of a user are found; they are told where he is asked for, and not in lists
 */
record LdapUserSettings(
        DN base,
        SearchScope scope,
        Filter filter,
        List<String> logins,
        Map<String, String> mapping,
        Set<String> several,
        String idAttribute,
        int sizeLimit,
        Duration cacheTimeout,
        boolean editable,
        List<String> objectClasses,
        String dnTemplate,
        String passwordAttribute,
        Optional<LdapGroups> groups) {

    static final String USERNAME = "username";
    static final String USER_ID = "userid";

    private static final String PASSWORD = "password";
    private static final String DN_ID = "DN";
    private static final int DEFAULT_SIZE_LIMIT = 500;
    private static final int MOST_USERS = 100_000;
    private static final int DEFAULT_CACHE_TIMEOUT = 120;
    private static final int LONGEST_CACHE_TIMEOUT = 86_400;

    static LdapUserSettings of(StoreParameters parameters) {
        Map<String, String> mapping = new HashMap<>(parameters.map("USERINFO"));
        String password = mapping.getOrDefault(PASSWORD, "");
        mapping.keySet().removeAll(Set.of(USERNAME, USER_ID, PASSWORD));
        List<String> logins = parameters.list("LOGINNAMEATTRIBUTE");
        if (logins.isEmpty()) {
            throw new IllegalArgumentException("LOGINNAMEATTRIBUTE is missing");
        }
        Stream.of(mapping.values(), logins, List.of(parameters.text("UIDTYPE", DN_ID)))
                .forEach(names -> names.forEach(LdapUserSettings::requireName));
        return new LdapUserSettings(
                LdapConnectionSettings.base(parameters),
                scope(parameters.text("SCOPE", "SUBTREE")),
                filter(parameters.required("LDAPSEARCHFILTER")),
                logins,
                Map.copyOf(mapping),
                new HashSet<>(parameters.texts("MULTIVALUEATTRIBUTES", "[\"mobile\"]")),
                parameters.text("UIDTYPE", DN_ID),
                parameters.number("SIZELIMIT", DEFAULT_SIZE_LIMIT, 1, MOST_USERS),
                Duration.ofSeconds(parameters.number("CACHE_TIMEOUT", DEFAULT_CACHE_TIMEOUT, 0, LONGEST_CACHE_TIMEOUT)),
                parameters.flag("EDITABLE"),
                parameters.list("OBJECT_CLASSES"),
                parameters.text("DN_TEMPLATE", ""),
                password,
                LdapGroups.of(parameters));
    }

    /** A name of an attribute, so that nothing can slip into a filter by it. */
    private static void requireName(String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9-]*(;[A-Za-z0-9-]+)*|[0-9]+(\\.[0-9]+)+")) {
            throw new IllegalArgumentException(
                    "LOGINNAMEATTRIBUTE, UIDTYPE or USERINFO names something that is no attribute");
        }
    }

    private static SearchScope scope(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "SUBTREE" -> SearchScope.SUB;
            case "LEVEL" -> SearchScope.ONE;
            case "BASE" -> SearchScope.BASE;
            default -> throw new IllegalArgumentException("SCOPE is none of SUBTREE, LEVEL, BASE");
        };
    }

    static Filter filter(String conditions) {
        try {
            return Filter.create("(&" + conditions + ")");
        } catch (LDAPException malformed) {
            throw new IllegalArgumentException("The filter is malformed: it is one or more conditions in parentheses");
        }
    }

    boolean idIsDn() {
        return idAttribute.equalsIgnoreCase(DN_ID);
    }

    /** What the directory is asked for of each user. */
    List<String> requested() {
        return Stream.of(mapping.values().stream(), logins.stream(), Stream.of(idAttribute))
                .flatMap(names -> names)
                .filter(name -> !name.equalsIgnoreCase(DN_ID))
                .distinct()
                .toList();
    }
}
