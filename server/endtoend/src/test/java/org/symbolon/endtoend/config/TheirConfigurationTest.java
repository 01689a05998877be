package org.symbolon.endtoend.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.endtoend.harness.CommandLineOnServer.Outcome;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.PasswdFile;

/** What eduMFA and privacyIDEA have exported, taken over. */
class TheirConfigurationTest extends ConfigurationTests {

    private static final String EXPORT =
            """
            {"privacyIDEA_version": "3.12", "caconnector": [],
             "config": {"splitAtSign": "False", "__timestamp__": "1700000000"},
             "resolver": {"people": {"resolvername": "people", "type": "passwdresolver", "censor_keys": [],
                                     "data": {"fileName": "<passwd>"}}},
             "realm": {"first": {"id": 4, "option": "", "default": true,
                       "resolver": [{"name": "people", "type": "passwdresolver", "priority": 3}]},
                       "second": {"id": 5, "option": "", "default": false,
                       "resolver": [{"name": "people", "type": "passwdresolver", "priority": null}]}},
             "radiusserver": {"vpn": {"id": 1, "server": "127.0.0.1", "port": 1645, "secret": "Their-Secret-3", "retries": 2,
                              "timeout": 5, "dictionary": "/etc/dictionary", "description": null}},
             "privacyideaserver": {"other": {"id": 1, "url": "https://127.0.0.1:1", "tls": true, "description": ""}},
             "smsgateway": [{"id": 7, "name": "texts", "description": "", "headers": {},
                             "providermodule": "privacyidea.lib.smsprovider.HttpSMSProvider.HttpSMSProvider",
                             "options": {"URL": "https://127.0.0.1:1", "PASSWORD": "Their-Secret-3"}}],
             "event": [{"id": 3, "name": "hook", "active": true, "event": ["auth"], "handlermodule": "WebHook",
                        "action": "post_webhook", "position": "post", "ordering": 0, "conditions": {}, "options": {"URL": "a"}},
                       {"id": 9, "name": "hook", "active": false, "event": ["auth"], "handlermodule": "WebHook",
                        "action": "post_webhook", "position": "post", "ordering": 0, "conditions": {}, "options": {"URL": "b"}}],
             "periodictask": [{"id": 1, "name": "stats", "active": true, "interval": "0 0 * * *", "nodes": ["a"],
                               "taskmodule": "SimpleStats", "ordering": 2, "retry_if_failed": true, "options": {},
                               "last_update": "2026-01-01T00:00:00", "last_runs": {}}],
             "policy": [{"name": "login", "active": true, "scope": "authentication", "action": {"otppin": "userstore", "privacyideaserver_read": true},
                         "realm": ["first"], "resolver": [], "user": [], "client": [], "adminrealm": [], "adminuser": [],
                         "pinode": ["n1"], "time": "", "check_all_resolvers": false, "priority": 1, "user_case_insensitive": false,
                         "conditions": [["userinfo", "type", "equals", "staff", true, null]]}]}
            """;

    private static final String MADE = "11 made, 0 changed, 0 deleted.\n";

    private String export() {
        return EXPORT.replace("<passwd>", PasswdFile.write(folder, 1).toString());
    }

    private Outcome adopt(String text, String... more) {
        write("theirs", text);
        return run("import", "theirs", more);
    }

    @Test
    void anExportInJsonIsTakenOver() {
        Outcome dry = adopt(export(), "--dry-run");
        assertThat(plan("nothing").out()).isEqualTo(NOTHING);
        Outcome done = adopt(export());

        assertThat(done.err()).isEmpty();
        assertThat(done.out()).endsWith(MADE).isEqualTo(dry.out()).doesNotContain("Their-Secret-3");
        assertThat(adopt(export()).out()).isEqualTo(NOTHING);
        assertThat(ExpectedJson.written(
                        ConfiguredServer.admin().get("/policy/login").value()))
                .contains("\"edumfanode\":[\"n1\"]", "\"edumfaserver_read\":true");
        assertThat(ExpectedJson.written(
                        ConfiguredServer.admin().get("/smsgateway/").value()))
                .contains("edumfa.lib.smsprovider.HttpSMSProvider.HttpSMSProvider")
                .contains("__CENSORED__");
    }

    @Test
    void anExportOfPythonSaysTheSame() {
        adopt(export());
        String python = export().replace('"', '\'')
                .replace("true", "True")
                .replace("false", "False")
                .replace("null", "None");

        assertThat(adopt(python).out()).isEqualTo(NOTHING);
    }

    @Test
    void anExportInYamlIsTakenOver() {
        Outcome done =
                adopt("policy:\n- name: p\n  scope: user\n  action: {enable: true}\n  realm: []\n  active: true\n");

        assertThat(done.out()).contains("+ policy p").endsWith("1 made, 0 changed, 0 deleted.\n");
    }

    @Test
    void someKindsOfItCanBeChosen() {
        Outcome done = adopt(export(), "--type", "policy,edumfaserver");

        assertThat(done.out())
                .contains("+ policy login", "+ edumfaserver other")
                .endsWith("2 made, 0 changed, 0 deleted.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"policy": [{"name": "p", "scope": "user", "action": "x", "user_agents": ["a"]}]} | , policy p: this server has no 'user_agents'
                    {"policy": [{"scope": "user"}]}   | : something of the kind 'policy' has no name
                    {"policy": "none"}                | : 'policy' must be a map or a list
                    {"tokens": [{"name": "t"}]}       | : unknown kind 'tokens'
                    {"policy": [                      | : this is no export of eduMFA or privacyIDEA
                    [1]                               | : this is no export of eduMFA or privacyIDEA
                    {"container": null, "policy": [{"name": "p", "scope": "container", "action": "x"}]} | policy p:
                    """)
    void whatCannotBeTakenOverIsRefused(String text, String complaint) {
        Outcome outcome = adopt(text);

        assertThat(outcome.err()).startsWith("symbolon: ").contains(complaint);
        assertThat(outcome.code()).isEqualTo(1);
    }
}
