package org.symbolon.endtoend.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.symbolon.connectors.smtp.SoftSigner;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.CommandLineOnServer.Outcome;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.HostsFile;
import org.symbolon.endtoend.harness.PasswdFile;

/** The configuration as files: out, compared and in again, of every kind. */
class ConfigurationAsCodeTest extends ConfigurationTests {

    private static final String EVERYTHING =
            """
            config:
              splitAtSign: "False"
              spare.secret: {file: word}
              described: {value: some, desc: what it is for}
              sms.identifier: {value: texts}
            resolver:
              People:
                type: passwdresolver
                data: {fileName: <passwd>}
              directory:
                type: ldapresolver
                data:
                  LDAPURI: ldap://127.0.0.1:1
                  BINDDN: cn=reader
                  BINDPW: {file: word}
                  LOGINNAMEATTRIBUTE: uid
                  LDAPSEARCHFILTER: (uid=*)
                  LDAPBASE: dc=example
                  USERINFO: {username: uid, givenname: givenName}
                  UIDTYPE: DN
              web:
                type: httpresolver
                data:
                  endpoint: https://127.0.0.1:1/users
                  method: GET
                  requestMapping: '{"id": "{userid}"}'
                  responseMapping: '{"username": "{login}"}'
                  headers: '{"Accept": "application/json"}'
            realm:
              first: {resolvers: [People]}
              second:
                resolvers: [directory, People]
                priority: {People: 2, directory: 1}
                default: true
            machineresolver:
              machines: {type: hosts, data: {filename: <hosts>}}
            caconnector:
              authority:
                type: microsoft
                data: {hostname: ca.example.org, port: 50061, http_proxy: 0, ca: "ca1", ssl_client_key_password: {file: word}}
            smtpserver:
              mail: {server: mail.example.org, port: 587, tls: true, username: mfa, password: {file: word}, timeout: 3}
              signed:
                server: mail.example.org
                smime: true
                certificate: {file: certificate}
                private_key: {file: key}
                private_key_password: {file: word}
                dont_send_on_error: true
            smsgateway:
              texts:
                providermodule: edumfa.lib.smsprovider.HttpSMSProvider.HttpSMSProvider
                description: by HTTP
                options: {URL: https://127.0.0.1:1/, PASSWORD: {file: word}}
                headers: {Accept: text/plain, Authorization: {file: word}}
            radiusserver:
              radius one: {server: 127.0.0.1, port: 1645, secret: {file: word}, enforce_ma: true}
            radiusclient:
              vpn: {address: "10.0.0.1, 10.1.0.0/16", secret: {file: word}, realm: first, caller_address: true}
            edumfaserver:
              other: {url: https://127.0.0.1:1, tls: false, description: over there}
            serviceid:
              web: {description: the web}
              ssh:
            tokengroup:
              staff: {description: people who work here}
            event:
              greet:
                event: [token_init, token_assign]
                handlermodule: UserNotification
                action: sendmail
                ordering: 3
                conditions: {rollout_state: clientwait}
                options: {emailconfig: mail, To: tokenowner, subject: hello}
              "greet #2":
                name: greet
                active: false
                event: validate_check
                handlermodule: WebHook
                action: post_webhook
                options: {URL: https://127.0.0.1:1/}
            periodictask:
              nightly:
                interval: 5 4 * * *
                nodes: [a, b]
                taskmodule: SimpleStats
                ordering: 1
                retry_if_failed: false
                options: {total_tokens: true}
            feed:
              siem:
                type: webhook
                data: {active: 0, url: "https://127.0.0.1:1/", secret: {file: long-word}, kinds: "Token*"}
              bus:
                type: kafka
                data: {active: 0, brokers: "127.0.0.1:1", topic: facts, username: us, password: {file: word}}
            policy:
              login:
                scope: authentication
                priority: 2
                action: {otppin: userstore, "challenge_text": "Your value"}
                realm: [first]
                client: [10.0.0.0/8]
                time: "Mon-Fri: 8-18"
                check_all_resolvers: true
                conditions: [[userinfo, type, equals, staff, true]]
              off: {scope: user, active: false, action: "enable, disable"}
            """;

    private static ApiClient admin() {
        return ConfiguredServer.admin();
    }

    private void everything() {
        SoftSigner signer =
                SoftSigner.of("EC", 256, Instant.now(), Instant.now().plus(Duration.ofDays(30)));
        write("certificate", signer.certificatePem());
        write("key", signer.keyPem("Secret-Word-7"));
        write(
                "everything.yaml",
                EVERYTHING
                        .replace("<passwd>", PasswdFile.write(folder, 2).toString())
                        .replace(
                                "<hosts>",
                                HostsFile.write(folder, "10.0.0.1 one").toString()));
        Outcome applied = apply("everything.yaml");
        assertThat(applied.err()).isEmpty();
        assertThat(applied.out()).endsWith("27 made, 0 changed, 0 deleted.\n").doesNotContain("Secret-Word-7");
    }

    @Test
    void whatWasAppliedIsThereAndNeedsNothingMore() {
        everything();

        assertThat(plan("everything.yaml").out()).isEqualTo(NOTHING);
        assertThat(ExpectedJson.written(admin().get("/defaultrealm").value())).contains("second");
        assertThat(ExpectedJson.written(admin().get("/policy/off").value())).contains("\"active\":false");
        assertThat(ExpectedJson.written(admin().get("/radiusserver/").value())).contains("radius_one");
        assertThat(ExpectedJson.written(admin().get("/smtpserver/").value()))
                .contains("__CENSORED__")
                .doesNotContain("Secret-Word-7");
    }

    @Test
    void whatIsExportedNeedsNothingMore() throws IOException {
        everything();
        Outcome exported = run("export", "exported");

        assertThat(exported.err()).isEmpty();
        assertThat(exported.out()).startsWith("Wrote 16 files");
        assertThat(plan("exported", "--prune").out()).isEqualTo(NOTHING);
        assertThat(plan("exported", "--check").code()).isZero();
        assertThat(texts("exported")).contains("__CENSORED__").doesNotContain("Secret-Word-7");
        write("one.yaml", ConfiguredServer.run("config", "export").out());
        assertThat(plan("one.yaml", "--prune").out()).isEqualTo(NOTHING);
    }

    @Test
    void withItsSecretsItIsTheSameOnAServerThatHadNothing() throws IOException {
        everything();
        assertThat(run("export", "exported", "--secrets").err()).isEmpty();
        beginWithNothing();

        assertThat(apply("exported").err()).isEmpty();
        assertThat(plan("everything.yaml", "--prune").out()).isEqualTo(NOTHING);
        assertThat(texts("exported")).contains("file: secrets/").doesNotContain("Secret-Word-7");
        assertThat(files("exported/secrets")).hasSize(11).allSatisfy(file -> assertThat(
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------"));
    }

    private List<Path> files(String path) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(path))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private String texts(String path) throws IOException {
        StringBuilder texts = new StringBuilder();
        for (Path file : files(path)) {
            texts.append(Files.readString(file));
        }
        return texts.toString();
    }
}
