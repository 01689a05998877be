package org.symbolon.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.connectors.parameters.StoreParameters;

/**
 * How the groups of a user are found, as privacyIDEA 3.12 has it; meant for Active Directory's rule that follows groups within groups.
 *
 * @param filter with a tag in braces for each attribute of the user, and {@code {base_dn}}
 * @param name the attribute with the name of a group
 * @param shownAs under which name a user's groups are shown
 */
record LdapGroups(DN base, String filter, String name, String shownAs) {

    private static final int MOST = 500;

    /** Empty unless it is switched on and whole. */
    static Optional<LdapGroups> of(StoreParameters parameters) {
        String filter = parameters.text("group_search_filter", "");
        String name = parameters.text("group_name_attribute", "");
        String shownAs = parameters.text("group_attribute_mapping_key", "");
        if (shownAs.equals(LdapUserSettings.USERNAME) || shownAs.equals(LdapUserSettings.USER_ID)) {
            throw new IllegalArgumentException("group_attribute_mapping_key names what a user is known by");
        }
        boolean whole = !filter.isEmpty() && !name.isEmpty() && !shownAs.isEmpty();
        return whole && parameters.flag("recursive_group_search")
                ? Optional.of(new LdapGroups(
                        LdapConnectionSettings.dn(
                                "group_base_dn", parameters.text("group_base_dn", parameters.text("LDAPBASE", ""))),
                        filter,
                        name,
                        shownAs))
                : Optional.empty();
    }

    /** The names of a user's groups, separated by commas; empty if he has none. What is known of him is escaped in the filter. */
    String of(Map<String, String> attributes, LdapDirectory directory) {
        return String.join(
                ", ",
                directory
                        .find(new LdapSearch(base.toString(), SearchScope.SUB, filter(attributes), List.of(name)), MOST)
                        .stream()
                        .flatMap(group -> Optional.ofNullable(group.getAttributeValue(name)).stream())
                        .toList());
    }

    private Filter filter(Map<String, String> attributes) {
        String filled = filter.replace("{base_dn}", Filter.encodeValue(base.toString()));
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            filled = filled.replace("{" + attribute.getKey() + "}", Filter.encodeValue(attribute.getValue()));
        }
        try {
            return Filter.create(filled);
        } catch (LDAPException malformed) {
            return Filter.createORFilter();
        }
    }
}
