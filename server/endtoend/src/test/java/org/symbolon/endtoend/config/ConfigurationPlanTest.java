package org.symbolon.endtoend.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.CommandLineOnServer.Outcome;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.PasswdFile;

/** What plans of a configuration show, and what comes of them. */
class ConfigurationPlanTest extends ConfigurationTests {

    private static ApiClient admin() {
        return ConfiguredServer.admin();
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
        assertThat(ExpectedJson.written(admin().get("/tokengroup/").value())).contains("two");
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
        assertThat(ExpectedJson.written(admin().get("/serviceid/").value())).isEqualTo("{}");
        assertThat(ExpectedJson.written(admin().get("/realm/").value())).isEqualTo("{}");
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

    @Test
    void aRealmTakesAResolverThatIsMadeWithItAndGivesUpOneThatGoes() {
        String resolver = "{type: passwdresolver, data: {fileName: " + PasswdFile.write(folder, 1) + "}}";
        write("before.yaml", "resolver: {one: %s}\nrealm: {r: {resolvers: [one]}}\n".formatted(resolver));
        write("after.yaml", "resolver: {two: %s}\nrealm: {r: {resolvers: [TWO]}}\n".formatted(resolver));

        assertThat(apply("before.yaml").out()).endsWith("2 made, 0 changed, 0 deleted.\n");
        Outcome moved = apply("after.yaml", "--prune");

        assertThat(moved.err()).isEmpty();
        assertThat(moved.out()).endsWith("1 made, 1 changed, 1 deleted.\n");
        assertThat(ExpectedJson.written(admin().get("/resolver/").value()))
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
        assertThat(ExpectedJson.written(admin().get("/caconnector/c").value())).contains("cacert");
    }

    @Test
    void onesOfThemAreMadeSwitchedAndDeletedByName() {
        Path entries = write("entries.yaml", "fileName: " + PasswdFile.write(folder, 1));

        ok("resolver", "create", "people", "passwdresolver", entries.toString());
        ok("realm", "create", "one", "people");
        ok("realm", "create", "two", "people");
        assertThat(ConfiguredServer.run("realm", "create", "ONE", "people").err())
                .isEqualTo("symbolon: there is a realm 'ONE' already\n");
        ok("realm", "set-default", "two");
        ok("policy", "create", "made", "authentication", "otppin=userstore, passthru");
        ok("policy", "disable", "made");

        assertThat(ok("realm", "list")).isEqualTo("NAME  RESOLVERS  DEFAULT\none   people\ntwo   people     default\n");
        assertThat(ok("policy", "list").lines())
                .last()
                .isEqualTo("made  no      authentication  otppin=userstore, passthru");
        assertThat(ok("resolver", "list")).isEqualTo("NAME    TYPE\npeople  passwdresolver\n");
        assertThat(ok("policy", "show", "made")).startsWith("policy:\n  made:\n    active: false\n");

        ok("policy", "enable", "made");
        ok("realm", "clear-default");
        assertThat(ExpectedJson.written(admin().get("/defaultrealm").value())).isEqualTo("{}");
        assertThat(ExpectedJson.written(admin().get("/policy/made").value())).contains("\"active\":true");
        assertThat(ConfiguredServer.run("resolver", "delete", "people").err())
                .contains("is still contained in realm 'one'");
        ok("realm", "delete", "one");
        ok("realm", "delete", "two");
        ok("resolver", "delete", "people");
        ok("policy", "delete", "made");
        assertThat(ConfiguredServer.run("policy", "delete", "made").err())
                .isEqualTo("symbolon: there is no policy 'made'\n");
        assertThat(audited("policy made")).hasSize(4);
    }

    private static String ok(String... arguments) {
        Outcome outcome = ConfiguredServer.run(arguments);
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

        assertThat(planned.err())
                .startsWith("symbolon: " + file)
                .contains(complaint)
                .doesNotContain("hidden");
        assertThat(applied).isEqualTo(planned);
        assertThat(planned.code()).isEqualTo(1);
    }
}
