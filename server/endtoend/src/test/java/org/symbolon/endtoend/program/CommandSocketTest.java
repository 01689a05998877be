package org.symbolon.endtoend.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.cli.client.ServerClient;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;

/** Commands that a running server carries out. */
class CommandSocketTest {

    private static final String DECLINED = "{\"declined\":\"not by the server\"}\n";

    @TempDir
    private static Path data;

    private static InProcessServer server;
    private static ApiClient admin;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void start() {
        server = InProcessServer.start(data);
        admin = server.admin();
    }

    @AfterAll
    static void stop() {
        server.close();
        assertThat(data.resolve(ServerClient.SOCKET)).doesNotExist();
    }

    private OptionalInt run(Map<String, String> environment, String... arguments) {
        String[] all = ApiClient.joined(arguments, "--data", data.toString());
        return new ServerClient(environment, new PrintStream(out, true), new PrintStream(err, true))
                .carryOut(List.of(all));
    }

    private OptionalInt run(String... arguments) {
        return run(Map.of(), arguments);
    }

    @Test
    void nobodyElseMayUseTheSocket() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(ServerClient.SOCKET))))
                .isEqualTo("rw-------");
    }

    @Test
    void theServerCarriesOutACommand() {
        assertThat(run("policy", "create", "by \"socket\"", "user", "enable")).hasValue(1);
        assertThat(run("policy", "create", "bysocket", "user", "enable")).hasValue(0);
        assertThat(run("policy", "disable", "bysocket")).hasValue(0);
        assertThat(run("policy", "list")).hasValue(0);
        assertThat(run("notifications", "list")).hasValue(0);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("bysocket  no      user   enable");
        assertThat(ExpectedJson.written(admin.get("/policy/bysocket").value())).contains("\"active\":false");
        Object audited =
                admin.get("/audit/", "action_detail", "policy bysocket").value();
        assertThat(ExpectedJson.written(audited))
                .contains("\"administrator\":\"" + System.getProperty("user.name") + "\"");
    }

    @Test
    void whatGoesWrongIsSaidAsElsewhere() {
        assertThat(run("policy", "delete", "nobody ☂")).hasValue(1);

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("symbolon: there is no policy 'nobody ☂'\n");
    }

    @Test
    void whatReadsFilesOrIsMisusedIsDoneByWhoeverAsks() {
        assertThat(run("config", "plan", "somewhere")).isEmpty();
        assertThat(run("policy", "list", "--nonsense")).isEmpty();
        assertThat(run("policy", "list", "--help")).isEmpty();
        assertThat(run("serve")).isEmpty();
        assertThat(run("admin", "add", "alice")).isEmpty();
        assertThat(run("counter", "list", "--node", "other")).isEmpty();
        assertThat(run(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://elsewhere/x"), "policy", "list"))
                .isEmpty();
        assertThat(out.size() + err.size()).isZero();
    }

    @Test
    void whereNoServerRunsNothingIsAsked(@TempDir Path empty) throws IOException {
        ServerClient client = new ServerClient(Map.of("SYMBOLON_DATA", empty.toString()), System.out, System.err);
        assertThat(client.carryOut(List.of("policy", "list"))).isEmpty();

        Files.writeString(empty.resolve(ServerClient.SOCKET), "no socket");
        assertThat(client.carryOut(List.of("policy", "list"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "nonsense\n",
                "{\"version\":2,\"arguments\":[\"policy\",\"list\"]}\n",
                "{\"version\":1,\"arguments\":\"policy\"}\n",
                "{\"version\":1,\"arguments\":[]}\n",
                "{\"version\":1,\"arguments\":[{}]}\n"
            })
    void whatIsNotUnderstoodIsDeclined(String line) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(data.resolve(ServerClient.SOCKET)));
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));

            assertThat(new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(DECLINED);
        }
    }
}
