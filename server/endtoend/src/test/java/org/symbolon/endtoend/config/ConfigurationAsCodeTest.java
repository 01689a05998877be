package org.symbolon.endtoend.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.connectors.smtp.SoftSigner;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.CommandLineOnServer;
import org.symbolon.endtoend.harness.CommandLineOnServer.Outcome;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.HostsFile;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;

/** The configuration as files: out, compared and in again, of every kind. */
class ConfigurationAsCodeTest {

    private static final String NOTHING = "Nothing to do.\n";
    private static final List<String> KINDS = List.of(
            "config",
            "resolver",
            "realm",
            "machineresolver",
            "caconnector",
            "smtpserver",
            "smsgateway",
            "radiusserver",
            "edumfaserver",
            "serviceid",
            "tokengroup",
            "event",
            "periodictask",
            "policy");

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

    private static InProcessServer server;
    private static ApiClient admin;
    private static CommandLineOnServer commands;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = InProcessServer.start(data);
        admin = server.admin();
        commands = new CommandLineOnServer(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void beginWithNothing() throws IOException {
        write("nothing/all.yaml", KINDS.stream().map(kind -> kind + ":\n").collect(Collectors.joining()));
        assertThat(apply("nothing", "--prune").err()).isEmpty();
        write("word", "Secret-Word-7\n");
    }

    private Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Outcome run(String command, String path, String... more) {
        String[] arguments = {"config", command, folder.resolve(path).toString()};
        return commands.run(ApiClient.joined(arguments, more));
    }

    private Outcome plan(String path, String... more) {
        return run("plan", path, more);
    }

    private Outcome apply(String path, String... more) {
        return run("apply", path, more);
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
        assertThat(applied.out()).endsWith("24 made, 0 changed, 0 deleted.\n").doesNotContain("Secret-Word-7");
    }

    @Test
    void whatWasAppliedIsThereAndNeedsNothingMore() {
        everything();

        assertThat(plan("everything.yaml").out()).isEqualTo(NOTHING);
        assertThat(ExpectedJson.written(admin.get("/defaultrealm").value())).contains("second");
        assertThat(ExpectedJson.written(admin.get("/policy/off").value())).contains("\"active\":false");
        assertThat(ExpectedJson.written(admin.get("/radiusserver/").value())).contains("radius_one");
        assertThat(ExpectedJson.written(admin.get("/smtpserver/").value()))
                .contains("__CENSORED__")
                .doesNotContain("Secret-Word-7");
    }

    @Test
    void whatIsExportedNeedsNothingMore() throws IOException {
        everything();
        Outcome exported = run("export", "exported");

        assertThat(exported.err()).isEmpty();
        assertThat(exported.out()).startsWith("Wrote 14 files");
        assertThat(plan("exported", "--prune").out()).isEqualTo(NOTHING);
        assertThat(plan("exported", "--check").code()).isZero();
        assertThat(texts("exported")).contains("__CENSORED__").doesNotContain("Secret-Word-7");
        write("one.yaml", commands.run("config", "export").out());
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
        assertThat(files("exported/secrets")).hasSize(9).allSatisfy(file -> assertThat(
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

    @Test
    void aPlanShowsWhatWouldChange() {
        write(
                "before.yaml",
                """
                radiusserver: {r: {server: one, secret: {file: word}}}
                policy: {p: {scope: user, action: {disable: true}, user: [a]}, q: {scope: user, action: enable}}
                serviceid: {kept: , gone: }
                """);
        apply("before.yaml");
        write("word", "Another-Word-8");
        write(
                "after.yaml",
                """
                radiusserver: {r: {server: two, secret: {file: word}}}
                policy: {p: {scope: user, action: {disable: true, enable: true}}, q: {scope: user, action: enable}}
                serviceid: {kept: {description: now}, new: }
                """);

        assertThat(plan("after.yaml", "--prune").out())
                .isEqualTo(
                        """
                        ~ radiusserver r
                            ~ server: "one" -> "two"
                            ~ secret: *** (changed)
                        ~ serviceid kept
                            + description: "now"
                        + serviceid new
                        ~ policy p
                            + action.enable: true
                            - user: ["a"]
                        - serviceid gone
                        1 made, 3 changed, 1 deleted.
                        """);
        assertThat(plan("after.yaml").out())
                .contains("Only on the server, and left alone (--prune deletes): serviceid gone\n");
        assertThat(plan("after.yaml", "--check").code()).isEqualTo(1);
        assertThat(apply("after.yaml", "--prune").out()).endsWith("1 made, 3 changed, 1 deleted.\n");
        assertThat(plan("after.yaml", "--prune").out()).isEqualTo(NOTHING);
    }

    @Test
    void ofKindsThatFilesDoNotSpeakOfNothingIsDeleted() {
        write("before.yaml", "serviceid: {one: }\ntokengroup: {two: }\n");
        apply("before.yaml");
        write("after.yaml", "serviceid:\n");

        assertThat(apply("after.yaml", "--prune").out()).contains("- serviceid one\n0 made, 0 changed, 1 deleted.\n");
        assertThat(ExpectedJson.written(admin.get("/tokengroup/").value())).contains("two");
    }

    @Test
    void oneThatIsRefusedChangesNothing() {
        write(
                "bad.yaml",
                """
                serviceid: {first: }
                realm: {mine: {resolvers: [nobody]}}
                """);
        write(
                "worse.yaml",
                "serviceid: {first: }\nperiodictask: {t: {interval: never, nodes: [a], taskmodule: SimpleStats}}\n");

        assertThat(apply("bad.yaml").err())
                .isEqualTo("symbolon: realm mine: Realm 'mine' has resolvers that do not exist: nobody.\n");
        assertThat(apply("worse.yaml").err()).startsWith("symbolon: periodictask t: ");
        assertThat(ExpectedJson.written(admin.get("/serviceid/").value())).isEqualTo("{}");
        assertThat(ExpectedJson.written(admin.get("/realm/").value())).isEqualTo("{}");
        assertThat(audited("serviceid first")).isEmpty();
    }

    @Test
    void whoAppliedWhatIsInTheAudit() {
        write("one.yaml", "serviceid: {audited: {description: secretly}}\n");
        apply("one.yaml");

        assertThat(audited("serviceid audited")).hasSize(1).allSatisfy(row -> {
            assertThat(ExpectedJson.entry(row, "administrator")).isEqualTo(System.getProperty("user.name"));
            assertThat(ExpectedJson.entry(row, "action")).isEqualTo("CLI config apply");
            assertThat(ExpectedJson.entry(row, "info")).isEqualTo("MAKE: description");
            assertThat(ExpectedJson.entry(row, "success")).isEqualTo(1);
        });
    }

    private static List<?> audited(String detail) {
        Object found = admin.get("/audit/", "action_detail", detail).value();
        return (List<?>) ExpectedJson.entry(found, "auditdata");
    }

    @Test
    void aRealmTakesAResolverThatIsMadeWithItAndGivesUpOneThatGoes() {
        String resolver = "{type: passwdresolver, data: {fileName: " + PasswdFile.write(folder, 1) + "}}";
        write("before.yaml", "resolver: {one: %s}\nrealm: {r: {resolvers: [one]}}\n".formatted(resolver));
        write("after.yaml", "resolver: {two: %s}\nrealm: {r: {resolvers: [TWO]}}\n".formatted(resolver));

        assertThat(apply("before.yaml").out()).endsWith("2 made, 0 changed, 0 deleted.\n");
        Outcome moved = apply("after.yaml", "--prune");

        assertThat(moved.err()).isEmpty();
        assertThat(moved.out()).endsWith("1 made, 1 changed, 1 deleted.\n");
        assertThat(ExpectedJson.written(admin.get("/resolver/").value()))
                .contains("two")
                .doesNotContain("\"one\"");
    }

    @Test
    void entriesThatFilesDoNotNameStayAndAreNamed() {
        write("before.yaml", "caconnector: {c: {type: local, data: {cakey: a, cacert: b}}}\n");
        apply("before.yaml");
        write("after.yaml", "caconnector: {c: {type: local, data: {cakey: c}}}\n");

        assertThat(apply("after.yaml").out())
                .isEqualTo(
                        """
                        ~ caconnector c
                            ~ data.cakey: "a" -> "c"
                        Entries only on the server, which stay: caconnector c: data.cacert
                        0 made, 1 changed, 0 deleted.
                        """);
        assertThat(ExpectedJson.written(admin.get("/caconnector/c").value())).contains("cacert");
    }

    @Test
    void onesOfThemAreMadeSwitchedAndDeletedByName() {
        Path entries = write("entries.yaml", "fileName: " + PasswdFile.write(folder, 1));

        ok("resolver", "create", "people", "passwdresolver", entries.toString());
        ok("realm", "create", "one", "people");
        ok("realm", "create", "two", "people");
        ok("realm", "set-default", "two");
        ok("policy", "create", "p", "authentication", "otppin=userstore, passthru");
        ok("policy", "disable", "p");

        assertThat(ok("realm", "list")).isEqualTo("NAME  RESOLVERS  DEFAULT\none   people\ntwo   people     default\n");
        assertThat(ok("policy", "list").lines())
                .last()
                .isEqualTo("p     no      authentication  otppin=userstore, passthru");
        assertThat(ok("resolver", "list")).isEqualTo("NAME    TYPE\npeople  passwdresolver\n");
        assertThat(ok("policy", "show", "p")).startsWith("policy:\n  p:\n    active: false\n");

        ok("policy", "enable", "p");
        ok("realm", "clear-default");
        assertThat(ExpectedJson.written(admin.get("/defaultrealm").value())).isEqualTo("{}");
        assertThat(ExpectedJson.written(admin.get("/policy/p").value())).contains("\"active\":true");
        assertThat(commands.run("resolver", "delete", "people").err()).contains("is still contained in realm 'one'");
        ok("realm", "delete", "one");
        ok("realm", "delete", "two");
        ok("resolver", "delete", "people");
        ok("policy", "delete", "p");
        assertThat(commands.run("policy", "delete", "p").err()).isEqualTo("symbolon: there is no policy 'p'\n");
        assertThat(audited("policy p")).hasSize(4);
    }

    private static String ok(String... arguments) {
        Outcome outcome = commands.run(arguments);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        return outcome.out();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    token: {a: {}}                                        | :1: unknown kind 'token'; there are: config, resolver,
                    serviceid: {a: {descripton: x}}                       | :1: unknown key 'descripton' of serviceid 'a'; there are: description
                    serviceid: {a: {description: [x]}}                    | :1: 'description' of serviceid 'a' must be a text
                    realm: {a: {}}                                        | :1: realm 'a' lacks the key 'resolvers'
                    realm: {a: {resolvers: [], priority: 3}}              | :1: 'priority' of realm 'a' must be a map
                    realm: {a: {resolvers: [b], priority: {c: 1}}}        | :1: realm 'a' has no resolver 'c'
                    realm: {a: {resolvers: []}, A: {resolvers: []}}       | :1: realm 'A' is there twice, first at
                    policy: {a: {scope: user, action: x, priority: high}} | :1: 'priority' of policy 'a' must be a whole number
                    policy: {a: {scope: user, action: x, active: yes}}    | :1: 'active' of policy 'a' must be true or false
                    policy: {a: {scope: user, action: {x: 'b, c'}}}       | :1: the value of 'x' has a comma
                    policy: {a: {scope: user, action: x, conditions: [[a]]}} | :1: ERR905: Conditions must be 5-tuples
                    radiusserver: {a: {server: b, secret: hidden}}        | :1: 'secret' of radiusserver 'a' is a secret and must not stand in this file
                    radiusserver: {a: {server: b, secret: __CENSORED__}}  | :1: 'secret' of radiusserver 'a' is to stay as it is on the server, which has none
                    smsgateway: {a: {providermodule: b, options: {PASSWORD: hidden}}} | :1: 'options.PASSWORD' of smsgateway 'a' is a secret
                    resolver: {a: {type: ldapresolver, data: {BINDPW: hidden}}} | :1: 'data.BINDPW' of resolver 'a' is a secret
                    config: {a: {value: hidden, type: password}}          | :1: the setting 'a' is a secret
                    config: {__timestamp__: '1'}                          | :1: the setting '__timestamp__' is the server's own
                    smtpserver: {a: {server: b, smime: true, certificate: c, private_key: {file: word}}} | :1:
                    event: {a: {event: auth, handlermodule: Token, action: enroll, position: mid}} | :1: 'position' of event 'a' must be one of pre, post
                    """)
    void whatCannotBeIsSaidWithItsPlaceAndChangesNothing(String yaml, String complaint) {
        Path file = write("bad.yaml", yaml);
        Outcome planned = plan("bad.yaml");
        Outcome applied = apply("bad.yaml");

        assertThat(planned.err()).startsWith("symbolon: " + file).contains(complaint).doesNotContain("hidden");
        assertThat(applied).isEqualTo(planned);
        assertThat(planned.code()).isEqualTo(1);
    }
}
