package org.symbolon.endtoend.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.HostsFile;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** Machines, and the tokens on them, over the wire. */
@WireTest
class MachineWireTest {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String NO_TOKEN = "The requested token could not be found.";
    private static final String NO_MACHINE = "The requested machine could not be found.";
    private static final String OFF = "10.77.0.1";
    private static final String DISK = "10.77.0.2";

    private ApiClient admin;
    private Tenant tenant;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, "machines", folder, 2);
        admin = tenant.admin();
        Path hosts = HostsFile.write(
                folder,
                OFF + " laptop.wire.example laptop.wire # away",
                DISK + " disk.wire",
                "10.77.0.3 twice.wire",
                "10.77.0.4 twice.wire",
                "10.77.0.5 login.wire",
                "10.77.0.6 more.wire");
        admin.post("/machineresolver/wire-machines", "type", "hosts", "filename", hosts.toString());
    }

    private int attach(String serial, String application, String... more) {
        String[] use = {"serial", serial, "application", application};
        Answer answer = admin.post("/machine/token", ApiClient.joined(use, more));
        assertValue(answer, "'<int>'");
        return (Integer) answer.value();
    }

    private static String machine(String address, String names) {
        return "{'hostname': [%s], 'id': '%2$s', 'ip': '%2$s', 'resolver_name': 'wire-machines'}"
                .formatted(names, address);
    }

    @Test
    void machinesAreListedByWhatIsKnownOfThem() {
        String laptop = machine(OFF, "'laptop.wire.example', 'laptop.wire'");
        String disk = machine(DISK, "'disk.wire'");
        String resolver = "wire-mach";
        assertValue(admin.get("/machine/", "hostname", "wire.ex", "resolver", resolver), "[" + laptop + "]");
        assertValue(admin.get("/machine/", "id", ".77.0.2"), "[" + disk + "]");
        assertValue(admin.get("/machine/", "ip", OFF), "[" + laptop + "]");
        assertThat(admin.get("/machine/", "ip", "10.77.0", "resolver", resolver).list())
                .hasSize(6);
        assertValue(admin.get("/machine/", "any", "disk.w"), "[" + disk + "]");
        assertValue(admin.get("/machine/", "any", "77.0.1"), "[" + laptop + "]");
        assertValue(admin.get("/machine/", "hostname", "disk.wire", "ip", OFF), "[]");
        assertValue(admin.get("/machine/", "resolver", "nosuch"), "[]");
    }

    @Test
    void applicationsDescribeTheirOptions() {
        admin.post("/serviceid/wire-web");
        Map<String, Object> described = admin.get("/application/").valueMap();
        assertJson(
                described.get("luks"),
                "{'options': {'slot': {'type': 'int', 'value': [0, 1, 2, 3, 4, 5, 6, 7]}, 'partition': {'type': 'str'}}}");
        assertJson(described.get("offline"), "{'options': {'count': {'type': 'str'}, 'rounds': {'type': 'str'}}}");
        Map<?, ?> ssh = (Map<?, ?>) ((Map<?, ?>) described.get("ssh")).get("options");
        assertJson(ssh.get("user"), "{'type': 'str', 'description': '~.+'}");
        Map<?, ?> service = (Map<?, ?>) ssh.get("service_id");
        assertThat((Iterable<?>) service.get("value"))
                .extracting(Object::toString)
                .contains("wire-web");
        assertJson(service.get("type"), "'str'");
        assertJson(service.get("description"), "'~.+'");
        assertThat(service).hasSize(3);
        assertThat(described).hasSize(3);
    }

    @Test
    void aTokenIsAttachedListedAndTakenOff() {
        admin.enrolHotp("MACHINE-A", SEED, "");
        int onDisk = attach("MACHINE-A", "luks", "hostname", "disk.wire", "slot", "1");
        int anywhere = attach("MACHINE-A", "offline", "count", "5", "hostname", "");
        int byId = attach("MACHINE-A", "luks", "machineid", "elsewhere", "resolver", "wire-machines");
        String rest = "'resolver': '%s', 'serial': 'MACHINE-A'}";
        assertValue(
                admin.get("/machine/token", "serial", "MACHINE-A", "application", "ssh"),
                ("[{'application': 'luks', 'hostname': 'disk.wire', 'id': %d, 'machine_id': '10.77.0.2',"
                                + " 'options': {'slot': '1'}, " + rest + ","
                                + "{'application': 'offline', 'hostname': 'any host', 'id': %d, 'machine_id': 'any machine',"
                                + " 'options': {'count': '5'}, " + rest + ","
                                + "{'application': 'luks', 'hostname': '', 'id': %d, 'machine_id': 'elsewhere',"
                                + " 'options': {}, " + rest + "]")
                        .formatted(onDisk, "wire-machines", anywhere, "no resolver", byId, "wire-machines"));

        assertValue(admin.delete("/machine/token/MACHINE-A/luks/" + byId), "1");
        assertValue(admin.delete("/machine/token/MACHINE-A/luks/" + byId), "0");
        assertValue(admin.delete("/machine/token/MACHINE-A/10.77.0.2/wire-machines/ssh"), "null");
        assertValue(admin.delete("/machine/token/MACHINE-A/10.77.0.2/wire-machines/luks"), "1");
        attach("MACHINE-A", "offline", "hostname", "disk.wire");
        assertValue(admin.delete("/machine/token/MACHINE-A/any%20machine/no%20resolver/offline"), "1");
        assertValue(admin.get("/machine/token", "serial", "MACHINE-A"), "[]");
        assertThat(admin.get("/token/MACHINE-A/history").body())
                .contains("MachineTokenAttached")
                .contains("MachineTokenDetached");
    }

    @Test
    void aSearchSaysOfTheMachineWhatItWasAsked() {
        admin.enrolHotp("MSEARCH-A", SEED, "");
        admin.enrolHotp("MSEARCH-B", SEED, "");
        int first = attach("MSEARCH-B", "ssh", "hostname", "login.wire", "user", "Root", "rank", "2");
        int second = attach("MSEARCH-A", "ssh", "hostname", "login.wire", "user", "guest", "rank", "1");
        attach("MSEARCH-A", "ssh", "user", "root");
        String found = "{'application': 'ssh', 'id': %d, 'machine_id': %s, 'options': {'user': '%s', 'rank': '%d'},"
                + " 'resolver': %s, 'serial': '%s', 'type': 'hotp'}";
        String b = found.formatted(first, "'10.77.0.5'", "Root", 2, "'wire-machines'", "MSEARCH-B");
        String a = found.formatted(second, "'10.77.0.5'", "guest", 1, "'wire-machines'", "MSEARCH-A");
        String[] here = {"hostname", "login.wire"};
        assertValue(admin.get("/machine/token", here), "[" + b + "," + a + "]");
        assertValue(sorted(here, "serial", "asc"), "[" + a + "," + b + "]");
        assertValue(sorted(here, "serial", "desc"), "[" + b + "," + a + "]");
        assertValue(sorted(here, "rank", ""), "[" + a + "," + b + "]");
        String[] byId = {"machineid", "10.77.0.5", "resolver", "wire-machines", "page", "7", "pagesize", "1"};
        assertValue(admin.get("/machine/token", byId), "[" + b + "," + a + "]");
        assertValue(
                admin.get("/machine/token", "serial", "MSEARCH-*", "rank", "2", "application", "ssh"),
                "[" + found.formatted(first, "null", "Root", 2, "null", "MSEARCH-B") + "]");
        assertValue(admin.get("/machine/token", "serial", "MSEARCH-B", "hostname", "login.wire", "user", "root"), "[]");
        assertValue(admin.get("/machine/token", "hostname", "login.wire", "user", "r*t"), "[" + b + "]");
        assertValue(admin.get("/machine/token", "serial", "MSEARCH-*", "application", "luks"), "[]");
        assertValue(admin.get("/machine/token", "resolver", "nosuch"), "[]");
    }

    private Answer sorted(String[] search, String sortBy, String direction) {
        return admin.get("/machine/token", ApiClient.joined(search, "sortby", sortBy, "sortdir", direction));
    }

    @Test
    void optionsAreSetAndTakenAway() {
        admin.enrolHotp("MOPTION-A", SEED, "");
        int number = attach("MOPTION-A", "luks", "hostname", "more.wire", "slot", "1", "partition", "/dev/sda");
        assertValue(
                admin.post("/machine/tokenoption", "mtid", "" + number, "slot", "2", "partition", "", "nosuch", ""),
                "{'added': 1, 'deleted': 1}");
        String[] named = {"serial", "MOPTION-A", "application", "luks", "hostname", "more.wire"};
        assertValue(
                admin.post("/machine/tokenoption", ApiClient.joined(named, "slot", "3", "user", "me")),
                "{'added': 2, 'deleted': 0}");
        assertJson(
                admin.get("/machine/token", "serial", "MOPTION-A").list().get(0).get("options"),
                "{'slot': '3', 'user': 'me'}");
        assertValue(
                admin.post("/machine/tokenoption", "serial", "MOPTION-A", "application", "luks", "slot", "1"),
                "{'added': 0, 'deleted': 0}");
        assertRefusal(
                admin.post("/machine/tokenoption", "mtid", "" + number, "slot", "x".repeat(65)),
                400,
                905,
                "ERR905: Parameter 'slot' must not be longer than 64 characters");
        String unknown = "The requested MachineToken could not be found.";
        assertRefusal(admin.post("/machine/tokenoption", "mtid", "999999", "slot", "1"), 404, 601, unknown);
        assertRefusal(
                admin.post("/machine/tokenoption", "mtid", "" + number, "serial", "OTHER", "slot", "1"),
                404,
                601,
                unknown);
        assertRefusal(admin.post("/machine/tokenoption", "slot", "1"), 400, 905, "ERR905: Missing parameter: 'serial'");
    }

    @Test
    void whatDoesNotExistIsRefused() {
        admin.enrolHotp("MBAD-A", SEED, "");
        String[] use = {"serial", "MBAD-A", "application", "ssh"};
        assertRefusal(post("serial", "NOWHERE", "application", "ssh"), 404, 601, NO_TOKEN);
        assertRefusal(post("serial", "MBAD-A"), 400, 905, "ERR905: Missing parameter: 'application'");
        assertRefusal(
                post("serial", "MBAD-A", "application", "nosuch"), 400, 905, "ERR905: Unknown application: 'nosuch'");
        assertRefusal(post(ApiClient.joined(use, "hostname", "nosuch.wire")), 404, 601, NO_MACHINE);
        assertRefusal(
                post(ApiClient.joined(use, "hostname", "twice.wire")),
                400,
                905,
                "ERR905: There are several machines with this hostname.");
        assertRefusal(
                post(ApiClient.joined(use, "machineid", "1", "resolver", "nosuch")),
                404,
                601,
                "The requested MachineResolver could not be found.");
        assertRefusal(post(ApiClient.joined(use, "machineid", "1")), 400, 905, "ERR905: Missing parameter: 'resolver'");
        assertRefusal(
                post(ApiClient.joined(use, "resolver", "wire-machines")),
                400,
                905,
                "ERR905: Missing parameter: 'machineid'");
        assertRefusal(admin.get("/machine/token", "serial", "NOWHERE"), 404, 601, NO_TOKEN);
        assertRefusal(admin.delete("/machine/token/NOWHERE/ssh/1"), 404, 601, NO_TOKEN);
        assertRefusal(admin.delete("/machine/token/NOWHERE/a/b/ssh"), 404, 601, NO_TOKEN);
        assertRefusal(
                admin.delete("/machine/token/MBAD-A/ssh/one"), 400, 905, "ERR905: Parameter 'mtid' must be a number");
        assertRefusal(admin.get("/machine/authitem", "hostname", "nosuch.wire"), 404, 601, NO_MACHINE);
        assertRefusal(admin.get("/machine/authitem"), 400, 905, "ERR905: Missing parameter: 'hostname'");
    }

    private Answer post(String... parameters) {
        return admin.post("/machine/token", parameters);
    }

    @Test
    void aMachineTokenOfAnotherTokenIsNotTakenOff() {
        admin.enrolHotp("MOTHER-A", SEED, "");
        admin.enrolHotp("MOTHER-B", SEED, "");
        int number = attach("MOTHER-A", "ssh", "machineid", "1", "resolver", "");
        assertValue(admin.delete("/machine/token/MOTHER-B/ssh/" + number), "0");
        assertValue(admin.delete("/machine/token/MOTHER-A/ssh/" + number), "1");
    }

    @Test
    void aDiskGetsTheAnswerToItsChallenge() {
        tenant.enrol("UBOM-WIRE", "user1", "type", "totp", "otpkey", SEED);
        tenant.enrol("OTHER-WIRE", "user1", "type", "totp", "otpkey", SEED);
        attach("UBOM-WIRE", "luks", "hostname", "disk.wire", "slot", "1", "user", "root");
        attach("OTHER-WIRE", "luks", "hostname", "disk.wire", "slot", "2");
        String[] asked = {"hostname", "disk.wire", "slot", "1"};
        String answered =
                "{'luks': [{'challenge': '%s', 'response': '%s', 'slot': '1', 'user': 'root', 'serial': null}]}";
        String fixed = answered.formatted("0102030405060708", "1d93c9d078de409cffa50f2e7bc143d4e6138aa5");
        String made = answered.formatted("~[0-9a-f]{64}", "~[0-9a-f]{40}");
        assertValue(
                admin.get("/machine/authitem/luks", ApiClient.joined(asked, "challenge", "0102030405060708")), fixed);
        assertValue(admin.get("/machine/authitem", ApiClient.joined(asked, "user", "ROOT*")), made);
        assertValue(admin.get("/machine/authitem/luks", "hostname", "disk.wire", "slot", "2"), "{}");
        assertValue(admin.get("/machine/authitem/ssh", asked), "{}");
        assertValue(admin.get("/machine/authitem/nosuch", asked), "{}");
        assertValue(admin.get("/machine/authitem", ApiClient.joined(asked, "user", "guest")), "{}");
        assertRefusal(
                admin.get("/machine/authitem/luks", ApiClient.joined(asked, "challenge", "xy")),
                400,
                905,
                "ERR905: Parameter 'challenge' must be hexadecimal");

        admin.post("/token/disable/UBOM-WIRE");
        assertValue(admin.get("/machine/authitem/luks", asked), "{}");
    }

    @Test
    void aMachineWithoutNetworkGetsValuesThatTheTokenThenHasUsedUp() {
        tenant.enrol("OFF-WIRE", "user0", "type", "hotp", "otpkey", SEED, "pin", "1234");
        attach("OFF-WIRE", "offline", "hostname", "laptop.wire", "count", "2", "rounds", "7");
        String hash = "'~[$]pbkdf2-sha512[$]7[$][A-Za-z0-9./]{14}[$][A-Za-z0-9./]{86}'";
        String item =
                "{'offline': [{'response': {'%d': " + hash + ", '%d': " + hash + "}, 'refilltoken': '~[0-9a-f]{80}',"
                        + " 'user': 'user0', 'username': 'user0', 'count': '2', 'rounds': '7', 'serial': null}]}";
        String[] asked = {"hostname", "laptop.wire", "challenge", "1234755224"};
        assertValue(admin.get("/machine/authitem/offline", asked), item.formatted(0, 1));
        assertValue(admin.get("/machine/authitem", asked), item.formatted(2, 3));
        assertThat(tenant.check("user0", "1234969429").isRejected()).isTrue();
        assertThat(tenant.check("user0", "1234338314").isAccepted()).isTrue();
        assertJson(((Map<?, ?>) tenant.listed("OFF-WIRE")).get("count"), "5");
        assertThat(admin.get("/token/OFF-WIRE/history").body())
                .contains("OfflineValuesIssued")
                .containsPattern("\"refillTokenHash\": ?\"[*]{3}\"");
    }

    @Test
    void aServiceIsAskedForWhateverTheMachine() {
        admin.enrolHotp("SERVICE-WIRE", SEED, "");
        attach("SERVICE-WIRE", "offline", "service_id", "wire-service", "count", "1");
        Answer answer = admin.get("/machine/authitem/offline", "hostname", "unheard.of", "service_id", "wire-service");
        assertJson(
                ((Map<?, ?>) answer.valueMap()).get("offline"),
                "[{'response': {'0': '~.+'}, 'refilltoken': '~.+', 'service_id': 'wire-service', 'count': '1',"
                        + " 'serial': null}]");
    }

    @Test
    void neitherATokenNorAMachineResolverLeavesMachineTokensBehind(Path folder) {
        Path hosts = HostsFile.write(folder.resolve("short"), "10.77.1.1 short.wire");
        admin.post("/machineresolver/wire-short", "type", "hosts", "filename", hosts.toString());
        admin.enrolHotp("MGONE-A", SEED, "");
        attach("MGONE-A", "ssh", "hostname", "short.wire");
        attach("MGONE-A", "ssh");
        admin.delete("/machineresolver/wire-short");
        assertThat(admin.get("/machine/token", "serial", "MGONE-A").list()).hasSize(1);

        admin.delete("/token/MGONE-A");
        admin.enrolHotp("MGONE-A", SEED, "");
        assertValue(admin.get("/machine/token", "serial", "MGONE-A"), "[]");
        assertValue(admin.get("/machine/token", "serial", "MGONE-*"), "[]");
    }
}
