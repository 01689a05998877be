package org.symbolon.endtoend.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.CapturedOutput;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.store.database.DatabaseAccess;

/**
 * What somebody does who may write to the database and has not the master key, where no event is forged: he moves seals of what is his
 * within the read models, which are plain rows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MovedSealsTest {

    private static final String HIS_SEED = "3132333435363738393031323334353637383930";
    private static final String FIRST_VALUE = "755224";
    private static final String HIS_PIN = "his-own-pin";
    private static final String HIS_PASSWORD = "His-Own-Password-5";
    private static final String CENSORED = "__CENSORED__";

    private CapturedOutput output;
    private InProcessServer server;
    private ApiClient admin;

    /** He has a token, a mail server, a RADIUS server and a resolver, and so has the firm. */
    @BeforeAll
    void moveSeals(@TempDir Path folder) {
        DatabaseAccess database = InProcessServer.installed(folder);
        try (InProcessServer before = InProcessServer.start(folder, database)) {
            prepare(before.admin(), PasswdFile.write(folder, 2).toString());
            move(before.jdbc());
        }
        output = new CapturedOutput();
        server = InProcessServer.start(folder, database);
        admin = server.admin();
    }

    private static void prepare(ApiClient admin, String passwd) {
        done(admin.post("/policy/sealed", "scope", "enrollment", "action", "encrypt_pin", "realm", ""));
        done(admin.enrolHotp("HIS", HIS_SEED, HIS_PIN));
        done(admin.enrolHotp("OTHER", "ff".repeat(20), "other-pin"));
        for (String name : new String[] {"his", "firm"}) {
            String password = name.equals("his") ? HIS_PASSWORD : "Password-of-the-firm";
            done(admin.post("/smtpserver/" + name, "server", "127.0.0.1", "port", "9", "password", password));
            done(admin.post("/radiusserver/" + name, "server", "127.0.0.1", "secret", password));
            done(admin.post(
                    "/resolver/" + name,
                    "type",
                    "passwdresolver",
                    "fileName",
                    passwd,
                    "secret",
                    password,
                    "type.secret",
                    "password"));
            done(admin.post("/realm/" + name, "resolvers", name));
        }
        done(admin.post("/system/setConfig", "email.identifier", "firm"));
        done(admin.post("/token/init", "type", "email", "serial", "MAIL", "email", "emma@example.com", "pin", "pin"));
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static void move(JdbcClient jdbc) {
        moved(
                jdbc,
                """
                update token other set key_enc = his.key_enc, key_iv = his.key_iv, pin_hash = his.pin_hash
                from token his where his.serial = 'HIS' and other.serial = 'OTHER'
                """);
        moved(
                jdbc,
                """
                update smtpserver other set password = his.password, data_key = his.data_key
                from smtpserver his where his.identifier = 'his' and other.identifier = 'firm'
                """);
        moved(
                jdbc,
                """
                update radiusserver other set secret = his.secret, data_key = his.data_key
                from radiusserver his where his.identifier = 'his' and other.identifier = 'firm'
                """);
        moved(
                jdbc,
                """
                update resolverconfig other set "Value" = his."Value", data_key = his.data_key
                from resolverconfig his
                where his."Key" = 'secret' and other."Key" = 'secret'
                    and his.resolver_id = (select id from resolver where name = 'his')
                    and other.resolver_id = (select id from resolver where name = 'firm')
                """);
    }

    private static void moved(JdbcClient jdbc, String sql) {
        assertThat(jdbc.sql(sql).update()).isEqualTo(1);
    }

    @AfterAll
    void stop() {
        server.close();
        output.close();
    }

    private void assertNamed(String what) {
        assertThat(output.text())
                .contains("What stands in the place of the " + what + " was not sealed for it")
                .doesNotContain(HIS_SEED, HIS_PIN, HIS_PASSWORD);
    }

    @Test
    void aSeedOpensInNoOtherTokenAndTheSearchByValueFindsItsOwn() {
        Answer found = admin.get("/token/getserial/" + FIRST_VALUE);

        assertThat(found.valueMap()).as(found.body()).containsEntry("serial", "HIS");
        assertNamed("seed of token/OTHER");
        assertThat(server.anonymous()
                        .check("serial", "HIS", HIS_PIN + FIRST_VALUE)
                        .isAccepted())
                .isTrue();
    }

    @Test
    void aPinOpensInNoOtherToken() {
        Answer refused = server.anonymous().check("serial", "OTHER", HIS_PIN + FIRST_VALUE);

        assertThat(refused.isAccepted()).isFalse();
        assertThat(refused.status()).as(refused.body()).isEqualTo(500);
        assertNamed("pin of token/OTHER");
    }

    @Test
    void whatIsHisOwnOpens() {
        assertValue(testOfRadius("his"), "false");
        done(testOfResolver("his"));
        done(password("user1", "his"));
    }

    @Test
    void aSecretOfARadiusServerOpensForNoOther() {
        assertThat(testOfRadius("firm").status()).isEqualTo(500);
        assertNamed("password of radiusserver/firm");
    }

    private Answer testOfRadius(String name) {
        return admin.post(
                "/radiusserver/test_request",
                "identifier",
                name,
                "server",
                "127.0.0.1",
                "port",
                "9",
                "timeout",
                "0",
                "retries",
                "0",
                "secret",
                CENSORED,
                "username",
                "emma",
                "password",
                "x");
    }

    @Test
    void anEntryOfAResolverOpensForNoOther() {
        assertThat(testOfResolver("firm").status()).isEqualTo(500);
        assertThat(password("user1", "firm").status()).isEqualTo(500);
        assertNamed("entry secret of resolver/firm");
    }

    private Answer testOfResolver(String name) {
        return admin.post("/resolver/test", "type", "passwdresolver", "resolver", name, "secret", CENSORED);
    }

    private Answer password(String user, String realm) {
        return server.anonymous().post("/auth", "username", user, "realm", realm, "password", PasswdFile.PASSWORD);
    }

    @Test
    void aPasswordOfAMailServerIsSentToNoOther() {
        Answer asked = server.anonymous().check("serial", "MAIL", "pin");

        assertThat(asked.isAccepted()).isFalse();
        assertThat(asked.message()).isEqualTo("The PIN was correct, but the EMail could not be sent!");
        assertNamed("password of smtpserver/firm");
    }
}
