package org.symbolon.endtoend.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPPBEEncryptedData;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.CommandLineOnServer;
import org.symbolon.endtoend.harness.CommandLineOnServer.Outcome;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** What the janitor on the command line finds and does. Each test has serials of its own. */
@WireTest
class TokenJanitorTest {

    private static final String REALM = "janitor";
    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String PASSWORD = "Janitors-Word-9";

    private InProcessServer server;
    private CommandLineOnServer commands;
    private Tenant tenant;
    private ApiClient admin;
    private Path folder;

    @BeforeAll
    void start(InProcessServer shared, Path own) throws IOException {
        server = shared;
        folder = own;
        commands = new CommandLineOnServer(shared);
        tenant = Tenant.create(shared, REALM, own, 3);
        admin = tenant.admin();
        Files.writeString(folder.resolve("word"), PASSWORD + "\nwhatever follows\n");
    }

    private Outcome find(String arguments) {
        return commands.run(("token-janitor find --rate 0 " + arguments).split(" +"));
    }

    private List<String> found(String filter) {
        Outcome outcome = find("--csv " + filter);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return outcome.out().lines().map(line -> line.split("'", -1)[1]).toList();
    }

    private void enrol(String serial, String... parameters) {
        assertThat(admin.post("/token/init", ApiClient.joined(parameters, "serial", serial))
                        .status())
                .isEqualTo(200);
    }

    private List<String> audited(String serial) {
        assertThat(admin.get("/audit/", "serial", serial).status()).isEqualTo(200);
        return server.jdbc()
                .sql("select action || '|' || coalesce(action_detail, '') || '|' || success || '|' || administrator"
                        + " from rm.mfa_audit where serial = ? and action like 'CLI%' order by id")
                .param(serial)
                .query(String.class)
                .list();
    }

    @Test
    void tokensAreFoundByWhatTheyAre() {
        enrol("JF1", "type", "spass", "description", "for the lab");
        tenant.enrol("JF2", "user1", "type", "hotp", "otpkey", SEED);
        admin.post("/token/disable/JF1");
        tenant.enrol("JF3", "user2", "type", "spass", "pin", "1234");
        assertThat(admin.check("serial", "JF3", "1234").isAccepted()).isTrue();

        assertThat(found("--serial ^JF")).containsExactly("JF1", "JF2", "JF3");
        assertThat(found("--serial ^JF --assigned True")).containsExactly("JF2", "JF3");
        assertThat(found("--serial ^JF --active False --assigned False")).containsExactly("JF1");
        assertThat(found("--serial ^JF --tokentype hotp")).containsExactly("JF2");
        assertThat(found("--serial ^JF --realm JANITOR")).containsExactly("JF2", "JF3");
        assertThat(found("--serial ^JF --resolver janitor")).containsExactly("JF2", "JF3");
        assertThat(found("--username user1@janitor")).containsExactly("JF2");
        assertThat(found("--serial ^JF --description lab$")).containsExactly("JF1");
        assertThat(found("--serial ^JF --has-tokeninfo-key last_auth")).containsExactly("JF3");
        assertThat(found("--serial ^JF --tokeninfo-key count_auth --tokeninfo-value-greater-than 0"))
                .containsExactly("JF3");
        assertThat(found("--serial ^JF --last_auth 1d")).isEmpty();
        assertThat(found("--serial ^JF --chunksize 1")).containsExactly("JF1", "JF2", "JF3");
        assertThat(find("--serial ^JF2 --json").out())
                .startsWith("{\"serial\":\"JF2\",\"tokentype\":\"hotp\"")
                .contains("\"realms\":[\"janitor\"]", "\"resolver\":\"janitor\"");
        assertThat(find("--serial ^JF2 --action listuser").out())
                .isEqualTo("'JF2','hotp','user1','Given1','Sur1','1001','janitor','janitor'\n");
    }

    @Test
    void eachChangeIsDoneOnceAndTold() {
        enrol("JC1", "type", "spass");
        enrol("JC2", "type", "spass");
        admin.post("/token/revoke/JC2");
        String mark =
                "--serial ^JC --action mark --set-description old --set-tokeninfo-key seen --set-tokeninfo-value no";

        Outcome first = find(mark);
        Outcome second = find(mark);

        assertThat(first.code()).isEqualTo(1);
        assertThat(first.out()).isEqualTo("mark: 2 found, 1 changed, 0 so already, 1 refused.\n");
        assertThat(first.err()).contains("JC2: ");
        assertThat(second.out()).isEqualTo("mark: 2 found, 0 changed, 1 so already, 1 refused.\n");
        assertThat(tenant.listed("JC1").toString()).contains("description=old", "seen=no");
        assertThat(audited("JC1"))
                .containsExactly(
                        "CLI token-janitor mark|description=old, seen=no|1|" + System.getProperty("user.name"));
        assertThat(audited("JC2")).hasSize(2).allMatch(row -> row.contains("|0|"));
    }

    @Test
    void allThatCanBeDoneToATokenIsDone() {
        tenant.enrol("JD1", "user1", "type", "spass", "pin", "1");
        admin.check("serial", "JD1", "wrong");
        String one = "--serial ^JD1$ --json --action ";

        assertThat(find(one + "reset").out()).contains("\"changed\":1");
        assertThat(tenant.listed("JD1").toString()).contains("failcount=0");
        assertThat(find(one + "disable").out()).contains("\"changed\":1");
        assertThat(find(one + "enable").out()).contains("\"changed\":1");
        assertThat(find(one + "mark --set-tokeninfo-key k --set-tokeninfo-value v")
                        .out())
                .contains("\"changed\":1");
        assertThat(find(one + "unmark --remove-tokeninfo-key k").out()).contains("\"changed\":1");
        assertThat(tenant.listed("JD1").toString()).contains("active=true").doesNotContain("k=v");
        assertThat(find(one + "unassign").out()).contains("\"changed\":1");
        assertThat(found("--serial ^JD1 --assigned False")).containsExactly("JD1");
        assertThat(find(one + "tokenrealms --tokenrealms ,").out()).contains("\"changed\":1");
        assertThat(found("--serial ^JD1 --realm janitor")).isEmpty();
        assertThat(find(one + "tokenrealms --tokenrealms nowhere").err()).contains("there is no realm nowhere");
        assertThat(find(one + "delete --dry-run").out()).contains("\"changed\":1");
        assertThat(find(one + "delete").out()).contains("\"changed\":1");
        assertThat(found("--serial ^JD1")).isEmpty();
        assertThat(audited("JD1")).hasSize(8);
    }

    @Test
    void onlyWhomHisStoreDoesNotKnowIsGone() throws IOException {
        Path users = Files.createDirectories(folder.resolve("orphans"));
        Tenant orphans = Tenant.create(server, "janitor2", users, 2);
        orphans.enrol("JO1", "user0", "type", "spass");
        orphans.enrol("JO2", "user1", "type", "spass");
        String first = Files.readAllLines(users.resolve("passwd")).get(0) + "\n";
        lookInto(Files.writeString(users.resolve("fewer"), first));

        assertThat(found("--serial ^JO --orphaned True")).containsExactly("JO2");
        assertThat(found("--serial ^JO --orphaned False")).containsExactly("JO1");

        Path brief = Files.writeString(users.resolve("brief"), first);
        lookInto(brief);
        Files.delete(brief);
        Outcome away = find("--serial ^JO --orphaned True --action delete");
        assertThat(away.out()).isEqualTo("delete: 0 found, 0 changed, 0 so already.\n");
        assertThat(away.err()).contains("Of the owners in resolver janitor2 nothing is known");
        assertThat(found("--serial ^JO --orphaned True --orphan_exception_value True"))
                .hasSize(2);
    }

    private void lookInto(Path users) {
        assertThat(admin.post("/resolver/janitor2", "type", "passwdresolver", "fileName", users.toString())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tokensLeaveUnderAPassword() throws Exception {
        tenant.enrol("JE1", "user0", "type", "hotp", "otpkey", SEED, "otplen", "8");
        enrol("JE2", "type", "pw", "otpkey", "Clear-Text-5");
        enrol("JE3", "type", "spass");
        String export = "--serial ^JE --action export --password-file " + folder.resolve("word");

        Outcome pskc = find(export);
        Outcome csv = find(export + " --csv --b32");
        Outcome yaml = find(export + " --yaml --output " + folder.resolve("out.yaml"));

        assertThat(pskc.err()).contains("Exported 2 tokens, left out 1.");
        assertThat(pskc.out() + csv.out()).doesNotContain(SEED, "Clear-Text-5", "GEZDGNBV");
        assertThat(decrypted(csv.out())).isEqualTo("user0@janitor, JE1, GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, hotp, 8\n");
        assertThat(yaml.err()).contains("Exported 3 tokens, left out 0.");
        assertThat(decrypted(Files.readString(folder.resolve("out.yaml"))))
                .contains("- serial: \"JE1\"\n", "  otpkey: \"" + SEED + "\"\n", "  owner: \"user0@janitor\"\n");
        assertThat(find(export + " --yaml --output " + folder.resolve("out.yaml"))
                        .err())
                .contains("there is already a file");
        for (String serial : List.of("JE1", "JE2")) {
            admin.delete("/token/" + serial);
        }
        String[] load = {
            "token-janitor",
            "loadtokens",
            "--pskc",
            Files.writeString(folder.resolve("out.xml"), pskc.out()) + "",
            "--password-file",
            folder.resolve("word").toString()
        };
        assertThat(commands.run(load).out()).isEqualTo("Loaded 2 tokens: 2 new, 0 changed, 0 unchanged; left out 0.\n");
        assertThat(commands.run(load).out()).isEqualTo("Loaded 2 tokens: 0 new, 0 changed, 2 unchanged; left out 0.\n");
        assertThat(admin.check("serial", "JE2", "Clear-Text-5").isAccepted()).isTrue();
        assertThat(admin.get("/audit/", "action", "CLI token-janitor export").rows("auditdata"))
                .extracting(row -> row.get("info"))
                .contains("3 tokens, from JE1 to JE3");
    }

    private static String decrypted(String message) throws IOException, PGPException {
        InputStream input =
                PGPUtil.getDecoderStream(new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)));
        PGPEncryptedDataList list = (PGPEncryptedDataList) new BcPGPObjectFactory(input).nextObject();
        PGPPBEEncryptedData data = (PGPPBEEncryptedData) list.get(0);
        InputStream clear = data.getDataStream(
                new BcPBEDataDecryptorFactory(PASSWORD.toCharArray(), new BcPGPDigestCalculatorProvider()));
        PGPLiteralData literal = (PGPLiteralData) new BcPGPObjectFactory(clear).nextObject();
        String text = new String(literal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(data.verify()).isTrue();
        return text;
    }

    @Test
    void aPasswordIsNotShort() throws IOException {
        Path weak = Files.writeString(folder.resolve("weak"), "short\n");

        assertThat(find("--serial ^JE --action export --password-file " + weak).err())
                .contains("the password must have 12 to 1024 characters");
        assertThat(find("--serial ^JE --action export --password-file /nowhere").err())
                .contains("/nowhere cannot be read");
    }

    @Test
    void whatHasExpiredIsClearedAway() {
        assertThat(commands.run("token-janitor", "cleanupchallenges").code()).isZero();
        assertThat(commands.run("token-janitor", "cleanupjwtblacklist").code()).isZero();
    }

    @Test
    void aFileThatCannotBeReadIsExplained() {
        assertThat(commands.run("token-janitor", "loadtokens", "--pskc", "/nowhere")
                        .err())
                .isEqualTo("symbolon: there is no file /nowhere\n");
        String[] noFile = {
            "token-janitor", "loadtokens", "--pskc", folder.resolve("word").toString()
        };
        assertThat(commands.run(noFile).code()).isEqualTo(1);
        assertThat(commands.run(ApiClient.joined(noFile, "--validate_mac", "perhaps"))
                        .err())
                .contains("check_fail_hard, check_fail_soft, no_check");
    }
}
