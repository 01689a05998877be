package org.symbolon.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.command.machine.port.Machine;
import org.symbolon.connectors.parameters.StoreParameters;

/**
 * Which entries of a directory are machines.
 *
 * @param nameAttribute whose values are a machine's names; empty for none
 * @param idAttribute whose value is its id; {@code DN} for the name of its entry
 * @param addressAttribute whose value is its IP address; empty for none
 */
record LdapMachineSettings(
        DN base, Filter filter, String nameAttribute, String idAttribute, String addressAttribute, int sizeLimit) {

    private static final String DN_ID = "DN";
    private static final int DEFAULT_SIZE_LIMIT = 500;
    private static final int MOST_MACHINES = 100_000;

    static LdapMachineSettings of(StoreParameters parameters) {
        return new LdapMachineSettings(
                LdapConnectionSettings.base(parameters),
                LdapUserSettings.filter(parameters.text("SEARCHFILTER", "(objectClass=computer)")),
                parameters.text("HOSTNAMEATTRIBUTE", ""),
                parameters.text("IDATTRIBUTE", DN_ID),
                parameters.text("IPATTRIBUTE", ""),
                parameters.number("SIZELIMIT", DEFAULT_SIZE_LIMIT, 1, MOST_MACHINES));
    }

    LdapSearch all() {
        List<String> attributes = Stream.of(nameAttribute, idAttribute, addressAttribute)
                .filter(name -> !name.isEmpty() && !name.equalsIgnoreCase(DN_ID))
                .toList();
        return new LdapSearch(
                base.toString(), SearchScope.SUB, filter, attributes.isEmpty() ? List.of("1.1") : attributes);
    }

    /** Empty if the entry has no id. */
    Optional<Machine> machine(Entry entry) {
        Optional<String> id = idAttribute.equalsIgnoreCase(DN_ID)
                ? Optional.of(entry.getDN())
                : values(entry, idAttribute).stream().findFirst();
        return id.map(known -> new Machine(
                known,
                values(entry, nameAttribute),
                values(entry, addressAttribute).stream().findFirst().orElse("")));
    }

    private static List<String> values(Entry entry, String attribute) {
        return attribute.isEmpty() || !entry.hasAttribute(attribute)
                ? List.of()
                : LdapText.of(entry.getAttribute(attribute));
    }
}
