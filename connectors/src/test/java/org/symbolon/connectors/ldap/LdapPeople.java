package org.symbolon.connectors.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.HashMap;
import java.util.Map;
import org.symbolon.connectors.UserStoreContract.Person;

/** The people of a contract as entries of a directory, and how a resolver reads them. */
final class LdapPeople {

    static final String BASE = "dc=example,dc=org";
    static final String PEOPLE = "ou=people," + BASE;
    static final String SERVICE = "cn=service," + BASE;
    static final String SERVICE_PASSWORD = "Service-pass, with: blanks ";

    private static final Map<String, String> MAPPING = Map.of(
            "givenname", "givenName",
            "surname", "sn",
            "email", "mail",
            "phone", "telephoneNumber",
            "mobile", "mobile");

    private LdapPeople() {}

    static Map<String, String> configuration(String servers) {
        Map<String, String> configuration = new HashMap<>();
        configuration.put("LDAPURI", servers);
        configuration.put("LDAPBASE", PEOPLE);
        configuration.put("BINDDN", SERVICE);
        configuration.put("BINDPW", SERVICE_PASSWORD);
        configuration.put("LOGINNAMEATTRIBUTE", "uid");
        configuration.put("LDAPSEARCHFILTER", "(uid=*)(objectClass=inetOrgPerson)");
        configuration.put(
                "USERINFO",
                "{\"givenname\":\"givenName\",\"surname\":\"sn\",\"email\":\"mail\",\"phone\":\"telephoneNumber\","
                        + "\"mobile\":\"mobile\",\"password\":\"userPassword\"}");
        configuration.put("UIDTYPE", "entryUUID");
        configuration.put("EDITABLE", "1");
        configuration.put("OBJECT_CLASSES", "top, inetOrgPerson");
        configuration.put("DN_TEMPLATE", "cn=<username>,<basedn>");
        return configuration;
    }

    static Entry entry(Person person) {
        Entry entry = new Entry("uid=" + person.login() + "," + PEOPLE);
        entry.addAttribute("objectClass", "top", "inetOrgPerson");
        entry.addAttribute("uid", person.login());
        entry.addAttribute("cn", "Somebody");
        person.attributes().forEach((name, value) -> {
            if (MAPPING.containsKey(name)) {
                entry.addAttribute(MAPPING.get(name), value);
            }
        });
        if (!entry.hasAttribute("sn")) {
            entry.addAttribute("sn", "Nobody");
        }
        if (person.password() != null) {
            entry.addAttribute("userPassword", person.password());
        }
        return entry;
    }

    /** Puts these people in the place of all that are there. */
    static void fill(LDAPConnection directory, Iterable<Person> people) throws LDAPException {
        for (SearchResultEntry old : directory
                .search(PEOPLE, SearchScope.ONE, "(objectClass=*)", "1.1")
                .getSearchEntries()) {
            directory.delete(old.getDN());
        }
        for (Person person : people) {
            directory.add(entry(person));
        }
    }
}
