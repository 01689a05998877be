package org.symbolon.endtoend.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.WireTest;

/** The histories of what administrators define: servers, gateways, connectors, resolvers and names. */
@WireTest
class DefinitionHistoryWireTest extends ChangeHistories {

    @Test
    void aServiceIdIsFollowedFromBeginToEnd() {
        done(admin.post("/serviceid/changes", "description", "one"));
        done(admin.post("/serviceid/changes", "description", "two"));
        done(admin.post("/serviceid/changes"));
        done(admin.delete("/serviceid/changes"));

        assertHistory(
                "serviceid/changes",
                entry(
                        "ServiceidDeleted",
                        "{'name': {'old': 'changes', 'new': null}, 'id': {'old': '<int>', 'new': null}}"),
                entry("ServiceidDescribed", "{'description': {'old': 'two', 'new': null}}"),
                entry("ServiceidDescribed", "{'description': {'old': 'one', 'new': 'two'}}"),
                entry(
                        "ServiceidCreated",
                        """
                        {'name': {'old': null, 'new': 'changes'}, 'id': {'old': null, 'new': '<int>'},
                         'description': {'old': null, 'new': 'one'}}
                        """));
    }

    @Test
    void aTokenGroupHasAHistory() {
        done(admin.post("/tokengroup/changes", "description", "one"));
        done(admin.post("/tokengroup/changes", "description", "two"));

        assertNewest("tokengroup/changes", 2, "TokengroupDescribed", "{'description': {'old': 'one', 'new': 'two'}}");
        done(admin.delete("/tokengroup/changes"));
    }

    @Test
    void aMailServerHasAHistory() {
        done(admin.post("/smtpserver/changes", "server", "mail", "password", "Mail-secret"));
        assertHistory(
                "smtpserver/changes",
                entry(
                        "SmtpServerCreated",
                        """
                        {'identifier': {'old': null, 'new': 'changes'}, 'server': {'old': null, 'new': 'mail'},
                         'port': {'old': null, 'new': 25}, 'username': {'old': null, 'new': ''},
                         'password': {'old': null, 'new': '***'}, 'sender': {'old': null, 'new': ''},
                         'tls': {'old': null, 'new': false}, 'description': {'old': null, 'new': ''},
                         'timeout': {'old': null, 'new': 10}, 'enqueue_job': {'old': null, 'new': false}}
                        """));

        done(admin.post("/smtpserver/changes", "server", "mail", "port", "26", "password", "Other-secret"));
        assertNewest(
                "smtpserver/changes",
                2,
                "SmtpServerReconfigured",
                "{'port': {'old': 25, 'new': 26}, 'password': {'old': '***', 'new': '***'}}");
        done(admin.delete("/smtpserver/changes"));
    }

    @Test
    void aRadiusClientHasAHistory() {
        done(admin.post("/radiusclient/changes", "address", "10.9.9.9", "secret", "Shared-secret"));
        done(admin.post("/radiusclient/changes", "address", "10.9.9.8", "require_ma", "0"));
        assertThat(admin.get("/history/radiusclient/changes").body()).contains("\"udp\"");

        assertNewest(
                "radiusclient/changes",
                2,
                "RadiusClientReconfigured",
                "{'address': {'old': '10.9.9.9', 'new': '10.9.9.8'}, 'require_ma': {'old': true, 'new': false}}");
        done(admin.delete("/radiusclient/changes"));
    }

    @Test
    void aRadiusServerHasAHistory() {
        done(admin.post("/radiusserver/changes", "server", "r1", "secret", "Shared-secret"));
        done(admin.post("/radiusserver/changes", "server", "r2", "enforce_ma", "1", "secret", "__CENSORED__"));

        assertNewest(
                "radiusserver/changes",
                2,
                "RadiusServerReconfigured",
                "{'server': {'old': 'r1', 'new': 'r2'}, 'enforce_ma': {'old': false, 'new': true}}");
        done(admin.delete("/radiusserver/changes"));
    }

    @Test
    void aRemoteServerHasAHistory() {
        done(admin.post("/edumfaserver/changes", "url", "https://a", "tls", "1"));
        done(admin.post("/edumfaserver/changes", "url", "https://b", "tls", "1"));

        assertNewest(
                "edumfaserver/changes",
                2,
                "RemoteServerReconfigured",
                "{'url': {'old': 'https://a', 'new': 'https://b'}}");
        done(admin.delete("/edumfaserver/changes"));
    }

    @Test
    void anSmsGatewayHasAHistory() {
        String module = "edumfa.lib.smsprovider.HttpSMSProvider.HttpSMSProvider";
        Answer saved = admin.post(
                "/smsgateway",
                "name",
                "changes",
                "module",
                module,
                "option.URL",
                "https://a",
                "option.PASSWORD",
                "Sms-secret");
        done(saved);
        done(admin.delete("/smsgateway/option/" + saved.value() + "/option.URL"));

        assertNewest(
                "smsgateway/changes",
                2,
                "SmsGatewayOptionRemoved",
                """
                {'options': {'old': {'URL': 'https://a', 'PASSWORD': {'value': '***', 'type': 'password',
                    'description': ''}}, 'new': {'PASSWORD': {'value': '***', 'type': 'password', 'description': ''}}}}
                """);
        done(admin.delete("/smsgateway/changes"));
    }

    @Test
    void aCaConnectorHasAHistory() {
        done(admin.post("/caconnector/changes", "type", "local", "cakey", "a"));
        done(admin.post("/caconnector/changes", "type", "local", "cacert", "b"));

        assertNewest(
                "caconnector/changes",
                2,
                "CaConnectorReconfigured",
                "{'data': {'old': {'name': 'changes', 'cakey': 'a'},"
                        + " 'new': {'name': 'changes', 'cakey': 'a', 'cacert': 'b'}}}");
        done(admin.delete("/caconnector/changes"));
        assertThat(ExpectedJson.entry(admin.get("/history/caconnector/changes").value(), "count"))
                .isEqualTo(3);
    }

    @Test
    void aMachineResolverHasAHistory() {
        done(admin.post("/machineresolver/changes", "type", "hosts", "filename", "/a"));
        done(admin.post("/machineresolver/changes", "type", "hosts", "filename", "/b"));

        assertNewest(
                "machineresolver/changes",
                2,
                "MachineResolverReconfigured",
                "{'data': {'old': {'resolver': 'changes', 'filename': '/a'},"
                        + " 'new': {'resolver': 'changes', 'filename': '/b'}}}");
        done(admin.delete("/machineresolver/changes"));
    }

    @Test
    void aResolverHasAHistory() {
        done(admin.post("/resolver/changes2", "type", "passwdresolver", "fileName", "/a"));
        done(admin.post("/resolver/changes2", "type", "passwdresolver", "fileName", passwd));
        done(admin.delete("/resolver/changes2"));

        assertHistory(
                "resolver/changes2",
                entry(
                        "ResolverDeleted",
                        """
                        {'resolvername': {'old': 'changes2', 'new': null}, 'type': {'old': 'passwdresolver', 'new': null},
                         'data': {'old': {'fileName': '%s'}, 'new': null}}
                        """
                                .formatted(passwd)),
                entry(
                        "ResolverReconfigured",
                        "{'data': {'old': {'fileName': '/a'}, 'new': {'fileName': '%s'}}}".formatted(passwd)),
                entry(
                        "ResolverCreated",
                        """
                        {'resolvername': {'old': null, 'new': 'changes2'}, 'type': {'old': null, 'new': 'passwdresolver'},
                         'data': {'old': null, 'new': {'fileName': '/a'}}}
                        """));
    }
}
