package org.symbolon.connectors.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.connectors.UserStoreContract.Person;

/** Groups of users, found as privacyIDEA finds them. */
class LdapGroupsTest {

    private static final Person ADA = new Person(Map.of("username", "ada", "surname", "Lovelace"), null);
    private static final Person STAR = new Person(Map.of("username", "s*", "surname", "Star"), null);

    private static Map<String, String> groupsOf(UserStore store, String login) {
        return store.attributesOf(store.withLogin(login).orElseThrow().userId()).orElseThrow();
    }

    @Test
    void theGroupsOfAUserAreToldAndHisNameIsEscaped() throws Exception {
        try (LdapNetwork network = new LdapNetwork();
                MemoryDirectory directory = MemoryDirectory.start(List.of(ADA, STAR))) {
            for (String group : List.of("staff", "admins")) {
                directory
                        .server()
                        .add(
                                "dn: cn=" + group + "," + LdapPeople.BASE,
                                "objectClass: groupOfNames",
                                "cn: " + group,
                                "description: ada",
                                "member: uid=ada," + LdapPeople.PEOPLE);
            }
            Map<String, String> configuration = LdapPeople.configuration(directory.uri());
            configuration.put("recursive_group_search", "1");
            configuration.put("group_search_filter", "(&(objectClass=groupOfNames)(description={username}))");
            configuration.put("group_name_attribute", "cn");
            configuration.put("group_attribute_mapping_key", "groups");
            configuration.put("group_base_dn", LdapPeople.BASE);
            LdapStoreType type = new LdapStoreType(network, Clock.systemUTC(), new Random(1));

            try (UserStore store = type.open(configuration)) {
                assertThat(groupsOf(store, "ada").get("groups").split(", "))
                        .containsExactlyInAnyOrder("staff", "admins");
                assertThat(groupsOf(store, "s*")).doesNotContainKey("groups");
            }
            configuration.remove("group_name_attribute");
            try (UserStore store = type.open(configuration)) {
                assertThat(groupsOf(store, "ada"))
                        .as("half a configuration is none")
                        .doesNotContainKey("groups");
            }
        }
    }
}
