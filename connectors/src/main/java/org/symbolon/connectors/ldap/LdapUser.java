package org.symbolon.connectors.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.resolver.port.StoredUser;

/**
 * A user as his entry describes him.
 *
 * @param attributes what is known of him, one value each
 * @param several all values of what he may have several of
 */
record LdapUser(String dn, StoredUser stored, Map<String, String> attributes, Map<String, List<String>> several) {

    /** Empty if the entry has no name to log in with, or no id. */
    static Optional<LdapUser> of(Entry entry, LdapUserSettings settings) {
        Optional<String> login = first(entry, settings.logins().get(0));
        Optional<String> id = settings.idIsDn() ? Optional.of(entry.getDN()) : first(entry, settings.idAttribute());
        if (login.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> attributes = new HashMap<>();
        Map<String, List<String>> several = new HashMap<>();
        settings.mapping().forEach((name, attribute) -> {
            List<String> values = values(entry, attribute);
            if (!values.isEmpty()) {
                attributes.put(name, values.get(0));
                if (settings.several().contains(name)) {
                    several.put(name, values);
                }
            }
        });
        attributes.put(LdapUserSettings.USERNAME, login.get());
        attributes.put(LdapUserSettings.USER_ID, id.get());
        return Optional.of(new LdapUser(entry.getDN(), new StoredUser(login.get(), id.get()), attributes, several));
    }

    /** The same with one attribute more; as he is if it is empty. */
    LdapUser with(String name, String value) {
        if (value.isEmpty()) {
            return this;
        }
        Map<String, String> more = new HashMap<>(attributes);
        more.put(name, value);
        return new LdapUser(dn, stored, more, several);
    }

    private static Optional<String> first(Entry entry, String attribute) {
        return values(entry, attribute).stream().findFirst();
    }

    private static List<String> values(Entry entry, String name) {
        Attribute attribute = entry.getAttribute(name);
        return attribute == null
                ? List.of()
                : LdapText.of(attribute).stream()
                        .filter(text -> !text.isEmpty())
                        .toList();
    }
}
