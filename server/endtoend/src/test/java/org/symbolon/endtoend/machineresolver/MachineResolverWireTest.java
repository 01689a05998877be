package org.symbolon.endtoend.machineresolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** Definitions of machine resolvers over the wire. */
@WireTest
class MachineResolverWireTest {

    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
    }

    private Answer save(String name, String... parameters) {
        return admin.post("/machineresolver/" + name, parameters);
    }

    private static String listed(String name, String data) {
        return "{'%1$s': {'resolvername': '%1$s', 'type': 'hosts', 'data': %2$s}}".formatted(name, data);
    }

    @Test
    void aResolverIsDefinedAndFoundInAnyCase() {
        Answer made = save(
                "wire-hosts", "type", "hosts", "filename", "/etc/hosts", "pw", "Secret-one", "type.pw", "password");
        assertValue(made, "'<int>'");
        String expected =
                listed("wire-hosts", "{'resolver': 'wire-hosts', 'filename': '/etc/hosts', 'pw': '__CENSORED__'}");
        assertValue(admin.get("/machineresolver/wire-hosts"), expected);
        assertValue(admin.get("/machineresolver/WIRE-hosts"), expected);
        assertJson(
                admin.get("/machineresolver/", "type", "hosts").valueMap().get("wire-hosts"),
                ExpectedJson.written(ExpectedJson.entry(ExpectedJson.parse(expected), "wire-hosts")));
        assertValue(admin.get("/machineresolver/", "type", "ldap"), "{}");

        assertValue(
                save("WIRE-hosts", "type", "hosts", "filename", "/etc/passwd"),
                made.value().toString());
        assertValue(
                admin.get("/machineresolver/wire-hosts"),
                listed("wire-hosts", "{'resolver': 'WIRE-hosts', 'filename': '/etc/passwd', 'pw': '__CENSORED__'}"));
    }

    @Test
    void aResolverIsDeletedByItsExactName() {
        Answer made = save("wire-gone", "type", "hosts");
        assertRefusal(
                admin.delete("/machineresolver/WIRE-gone"),
                404,
                601,
                "The requested MachineResolver could not be found.");
        assertValue(admin.delete("/machineresolver/wire-gone"), made.value().toString());
        assertValue(admin.get("/machineresolver/wire-gone"), "{}");
    }

    @Test
    void whatCannotBeConnectedToIsRefused() {
        assertRefusal(
                save("wire-ldap", "type", "ldap", "TIMEOUT", "soon"),
                400,
                905,
                "ERR905: TIMEOUT is no number from 1 to 120");
        assertRefusal(
                admin.post("/machineresolver/test", "type", "nosuch"),
                400,
                905,
                "ERR905: Unknown machine resolver type: 'nosuch'");
        assertRefusal(save("wire-x", "type", "nosuch"), 400, 905, "ERR905: Unknown machine resolver type: 'nosuch'");
        assertRefusal(save("wire-x"), 400, 905, "ERR905: Missing parameter: 'type'");
    }

    @Test
    void aDirectoryIsTriedAndItsPasswordShownToNobody() {
        String[] away = {"type", "ldap", "LDAPURI", "ldap://127.0.0.1:1", "LDAPBASE", "dc=example", "BINDPW", "Hush-1"};

        assertValue(
                admin.post("/machineresolver/test", away),
                "false",
                "{'description': 'The directory server ldap://127.0.0.1:1 cannot be reached: nothing listens there, or"
                        + " something is between'}");
        save("wire-directory", away);
        assertThat(admin.get("/machineresolver/wire-directory").body()).doesNotContain("Hush-1");
        admin.delete("/machineresolver/wire-directory");
    }

    @Test
    void aFileOfHostsIsNotTested() {
        assertValue(
                admin.post("/machineresolver/test", "type", "hosts"), "false", "{'description': 'Not Implemented'}");
    }
}
