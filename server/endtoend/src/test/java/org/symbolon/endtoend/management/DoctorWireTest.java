package org.symbolon.endtoend.management;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.cli.doctor.Doctor;
import org.symbolon.cli.doctor.Doctor.Check;
import org.symbolon.cli.doctor.Doctor.Result;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** What administrators have defined over the wire is looked at, each by its kind. */
@WireTest
class DoctorWireTest {

    private static final String SECRET = "Doctor-Secret-7";

    private ApiClient admin;
    private Doctor doctor;
    private Path folder;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        this.admin = server.admin();
        this.doctor = server.bean(Doctor.class);
        this.folder = folder;
    }

    private List<Check> found(String kind, String... names) {
        List<Check> found = doctor.examine(new Doctor.Wish(Set.of(kind), Set.of(names), 30, Duration.ofSeconds(60)));
        assertThat(found).isNotEmpty().allMatch(check -> check.kind().equals(kind));
        assertThat(found.toString()).doesNotContain(SECRET);
        return found;
    }

    private static void assertOk(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private String told(String kind, String name) {
        List<Check> found = found(kind, name);
        return found.get(0).result().word() + " " + found.get(0).text();
    }

    @Test
    void theServersOwnThingsAreWell() {
        assertThat(found("master-key"))
                .singleElement()
                .matches(check -> check.result() == Result.OK)
                .matches(check -> check.text().startsWith("The master key is that of the database"));
        assertThat(found("database", "clock", "read-models", "sending"))
                .hasSizeGreaterThanOrEqualTo(3)
                .noneMatch(check -> check.result() == Result.FAILED);
        assertThat(told("database", "version")).contains("PostgreSQL ");
        assertThat(found("data-directory")).hasSize(2);
    }

    @Test
    void userAndMachineStoresAreRead() throws Exception {
        Path users = Files.writeString(folder.resolve("passwd"), "ada:x:1:1:Ada,,,:/:/bin/sh\n");
        Path hosts = Files.writeString(folder.resolve("hosts"), "10.0.0.1 one\n");
        assertOk(admin.post("/resolver/doctor1", "type", "passwdresolver", "fileName", users.toString()));
        assertOk(admin.post("/machineresolver/doctor1", "type", "hosts", "filename", hosts.toString()));
        assertOk(admin.post(
                "/resolver/doctor2",
                "type",
                "ldapresolver",
                "LDAPURI",
                "ldap://127.0.0.1:1",
                "LDAPBASE",
                "dc=example",
                "BINDDN",
                "cn=x",
                "BINDPW",
                SECRET,
                "LOGINNAMEATTRIBUTE",
                "uid",
                "LDAPSEARCHFILTER",
                "(uid=*)",
                "USERINFO",
                "{\"username\": \"uid\"}",
                "UIDTYPE",
                "DN"));

        assertThat(told("resolver", "doctor1")).isEqualTo("ok The file can be read");
        assertThat(told("resolver", "doctor2")).startsWith("failed ").contains("127.0.0.1:1");
        assertThat(told("machineresolver", "doctor1")).isEqualTo("ok 1 machines found");
        Files.delete(users);
        assertThat(told("resolver", "doctor1")).startsWith("failed ");
    }

    @Test
    void serversAndGatewaysAreApproached() {
        GreenMail green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        green.start();
        try {
            String port = Integer.toString(green.getSmtp().getPort());
            assertOk(
                    admin.post("/smtpserver/doctor", "server", "127.0.0.1", "port", port, "sender", "mfa@example.com"));
            assertThat(told("smtpserver", "doctor")).endsWith("takes mail without a log-in");
            assertOk(admin.post(
                    "/smsgateway",
                    "name",
                    "doctor",
                    "module",
                    "edumfa.lib.smsprovider.SmtpSMSProvider.SmtpSMSProvider",
                    "option.MAILTO",
                    "{phone}@x",
                    "option.SMTPIDENTIFIER",
                    "doctor"));
            assertThat(told("smsgateway", "doctor")).startsWith("ok It sends over the mail server doctor");
        } finally {
            green.stop();
        }
        assertThat(told("smtpserver", "doctor")).startsWith("failed ").contains("cannot be reached");

        assertOk(admin.post("/edumfaserver/doctor", "url", "http://127.0.0.1:1", "tls", "1"));
        assertThat(told("remoteserver", "doctor")).contains("127.0.0.1:1 cannot be reached");
        assertOk(
                admin.post("/radiusserver/doctor", "server", "no-such-host.invalid", "port", "1812", "secret", SECRET));
        assertThat(told("radiusserver", "doctor")).startsWith("failed ").contains("is not known");
        assertOk(admin.post("/caconnector/doctor", "type", "local", "cakey", "/none/key", "cacert", "/none/cert"));
        assertThat(told("caconnector", "doctor")).startsWith("failed The CA connector doctor");
    }

    @Test
    void aFolderOfTrustAnchorsIsReadWhereOneIsNamed() {
        assertOk(admin.post(
                "/system/setConfig",
                "webauthn.trust_anchor_dir",
                folder.resolve("none").toString()));
        try {
            assertThat(found("trust-anchors")).extracting(Check::result).containsExactly(Result.FAILED);
        } finally {
            assertOk(admin.delete("/system/webauthn.trust_anchor_dir"));
        }
    }

    @Test
    void eachKindIsThereOnce() {
        assertThat(doctor.kinds()).doesNotHaveDuplicates();
        assertThat(Arrays.asList(
                        "caconnector",
                        "data-directory",
                        "database",
                        "feed",
                        "machineresolver",
                        "master-key",
                        "radiusclient",
                        "radiusserver",
                        "remoteserver",
                        "resolver",
                        "server-certificate",
                        "smsgateway",
                        "smtpserver",
                        "trust-anchors",
                        "trusted-jwt"))
                .isEqualTo(doctor.kinds());
    }
}
