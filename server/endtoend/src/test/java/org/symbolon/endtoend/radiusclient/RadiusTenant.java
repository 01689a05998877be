package org.symbolon.endtoend.radiusclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.symbolon.connectors.radiusclient.RadiusListener;
import org.symbolon.connectors.radiusclient.SoftGateway;
import org.symbolon.connectors.radiusclient.SoftPacket;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Tenant;

/** A test class's part of a server that answers RADIUS: people, and gateways at addresses of this machine that nobody else has. */
public final class RadiusTenant {

    public static final String SECRET = "shared-with-gateways";

    private final InProcessServer server;
    private final Tenant tenant;

    private RadiusTenant(InProcessServer server, Tenant tenant) {
        this.server = server;
        this.tenant = tenant;
    }

    public static RadiusTenant create(InProcessServer server, String realm, Path folder, int users) {
        return new RadiusTenant(server, Tenant.create(server, realm, folder, users));
    }

    /** The same where there are people already. */
    public static RadiusTenant of(InProcessServer server, Tenant tenant) {
        return new RadiusTenant(server, tenant);
    }

    public Tenant tenant() {
        return tenant;
    }

    public ApiClient admin() {
        return tenant.admin();
    }

    int udpPort() {
        return server.bean(RadiusListener.class).udpPort();
    }

    int tlsPort() {
        return server.bean(RadiusListener.class).tlsPort();
    }

    /** Defines a client, and waits until its address is known. */
    void define(String name, String address, String... more) {
        String[] usual = {"address", address, "secret", SECRET};
        Answer answer = admin().post("/radiusclient/" + name, ApiClient.joined(more, usual));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** A gateway at this address, which is defined under this name and known now. */
    public SoftGateway gateway(String name, String address, String... more) {
        define(name, address, more);
        SoftGateway gateway = SoftGateway.at(address, udpPort());
        awaitKnown(gateway);
        return gateway;
    }

    private static void awaitKnown(SoftGateway gateway) {
        for (int attempt = 0; attempt < 100; attempt++) {
            SoftPacket status = SoftPacket.of(12, SECRET).signed();
            gateway.send(status.bytes());
            if (gateway.received(200).isPresent()) {
                while (gateway.received(50).isPresent()) {
                    // Answers to those that were sent before.
                }
                return;
            }
        }
        throw new AssertionError("The client is not known");
    }

    public SoftPacket request(String user, String password) {
        return SoftPacket.request(SECRET).user(user).password(password);
    }

    /** The newest rows of the audit about log-ins by RADIUS of this user. */
    public List<Map<String, Object>> audited(String user) {
        return admin().get(
                        "/audit/",
                        "action",
                        "RADIUS /access-request",
                        "user",
                        user,
                        "realm",
                        tenant.realm(),
                        "sortorder",
                        "desc")
                .rows("auditdata");
    }
}
