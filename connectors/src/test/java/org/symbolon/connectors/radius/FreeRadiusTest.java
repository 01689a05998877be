package org.symbolon.connectors.radius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.radiusserver.port.RadiusAnswer;
import org.symbolon.command.radiusserver.port.RadiusClient;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.connectors.network.HandMadeServer;
import org.symbolon.events.shared.Secret;

/**
 * The contract against FreeRADIUS, which takes signed requests alone; its configuration is in the resources of the tests.
 * Where the machine has no FreeRADIUS it is skipped, and says so.
 */
class FreeRadiusTest extends RadiusClientContract {

    private static FreeRadius server;

    private final UdpRadiusClient client = new UdpRadiusClient(new SecureRandom());

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Optional<Path> program = FreeRadius.program();
        assumeTrue(program.isPresent(), "There is no FreeRADIUS on this machine: apt-get install freeradius");
        server = FreeRadius.start(program.get(), folder);
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    RadiusClient client() {
        return client;
    }

    @Override
    RadiusPeer server() {
        return at(server.port(), true);
    }

    private static RadiusPeer at(int port, boolean signed) {
        return new RadiusPeer(
                "localhost", port, Secret.of(HandMadeRadiusServer.SECRET), Duration.ofSeconds(5), 2, signed);
    }

    @Override
    RadiusPeer deadServer() {
        return at(HandMadeServer.NOBODYS_PORT, true);
    }

    @Test
    void itIsAskedTheSameWayWhereNoSignatureIsRequiredOfIt() {
        assertThat(client.ask(at(server.port(), false), request("emma", PASSWORD)))
                .isInstanceOf(RadiusAnswer.Accepted.class);
    }
}
