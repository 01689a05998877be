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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.cli.kernel.Caller;
import org.symbolon.cli.kernel.OwnCaller;
import org.symbolon.cli.socket.ServerClient;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.events.shared.Secret;

/** Commands that a running server carries out. */
class CommandSocketTest {

    private static final String DECLINED = "{\"declined\":\"not by the server\"}\n";

    @TempDir
    private static Path data;

    private static InProcessServer server;
    private static ApiClient admin;

    private final TypingCaller caller = new TypingCaller();
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
        return new ServerClient(environment, caller, new PrintStream(out, true), new PrintStream(err, true))
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
    void whatWritesFilesOrIsMisusedIsDoneByWhoeverAsks() {
        assertThat(run("config", "export", "somewhere")).isEmpty();
        assertThat(run("ca", "create", "other", "--directory", "ca")).isEmpty();
        assertThat(run("token-janitor", "find", "--action", "export", "--password-file", "word"))
                .isEmpty();
        assertThat(run("cron", "run", "-n", "other")).isEmpty();
        assertThat(run("audit", "verify")).isEmpty();
        assertThat(run("policy", "list", "--nonsense")).isEmpty();
        assertThat(run("policy", "list", "--help")).isEmpty();
        assertThat(run("serve")).isEmpty();
        assertThat(run("counter", "list", "--node", "other")).isEmpty();
        assertThat(run(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://elsewhere/x"), "policy", "list"))
                .isEmpty();
        assertThat(out.size() + err.size()).isZero();
    }

    @Test
    void aPasswordIsTakenFromWhoeverAsks() {
        caller.typed.addAll(List.of("a password", "a password", "one", "another", "a better one"));

        assertThat(run("admin", "add", "typed")).hasValue(0);
        assertThat(ApiClient.loggedIn(server.port(), "typed", "a password").token())
                .isNotEmpty();
        assertThat(run("admin", "passwd", "typed")).hasValue(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("symbolon: the two passwords differ\n");
        assertThat(run("admin", "passwd", "typed", "--password-stdin")).hasValue(0);
        assertThat(ApiClient.loggedIn(server.port(), "typed", "a better one").token())
                .isNotEmpty();
        assertThat(out.toString(StandardCharsets.UTF_8) + err).doesNotContain("a password", "better");
    }

    @Test
    void whereNobodyTypesAPasswordThatIsSaid() {
        assertThat(run("admin", "add", "silent")).hasValue(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("symbolon: no terminal to ask for a password: use --password-stdin");
    }

    @Test
    void filesOfTheCallerAreApplied(@TempDir Path conf) throws IOException {
        Files.createDirectories(conf.resolve("deep/.hidden"));
        Files.writeString(conf.resolve("key"), "the secret of the gateway\n");
        Files.writeString(conf.resolve("deep/.hidden/no.yaml"), "nonsense: {");
        Files.writeString(
                conf.resolve("deep/vpn.yaml"),
                "radiusserver:\n  bysocket: {server: 192.0.2.1, secret: {file: ../key}, description: ☂}\n");
        Files.writeString(conf.resolve("ids.yml"), "serviceid:\n  bysocket: {description: {env: PATH}}\n");

        assertThat(run("config", "plan", conf.toString(), "--check")).hasValue(1);
        assertThat(run("config", "apply", conf.toString())).hasValue(0);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("+ radiusserver bysocket", "secret: ***", "2 made, 0 changed, 0 deleted.")
                .doesNotContain("gateway");
        assertThat(ExpectedJson.written(admin.get("/radiusserver/").value()))
                .contains("\"bysocket\"", "192.0.2.1", "☂")
                .doesNotContain("gateway");
    }

    @Test
    void whatIsWrongWithAFileIsSaidAsElsewhere(@TempDir Path conf) throws IOException {
        Path file = Files.writeString(conf.resolve("a.yaml"), "serviceid:\n  x: {description: {file: gone}}\n");

        assertThat(run("config", "apply", conf + "/nowhere.yaml")).hasValue(1);
        assertThat(run("config", "apply", conf.toString())).hasValue(1);
        assertThat(run("policy", "import", conf.toString())).hasValue(1);
        assertThat(run("token-janitor", "loadtokens", "--pskc", conf + "/nothing"))
                .hasValue(1);

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "symbolon: there is no file " + conf + "/nowhere.yaml",
                        "symbolon: " + file + ":2: there is no file " + conf + "/gone",
                        "symbolon: " + conf + " cannot be read: Is a directory",
                        "symbolon: there is no file " + conf + "/nothing");
    }

    /** What a file names in another spelling than is looked for is read by its owner. */
    @Test
    void whatIsNotTheServersToReadIsDoneByWhoeverAsks(@TempDir Path conf) throws IOException {
        Files.writeString(conf.resolve("key"), "secret");
        Files.writeString(conf.resolve("a.yaml"), "serviceid:\n  escaped: {description: {file: \"k\\u0065y\"}}\n");

        assertThat(run("config", "apply", conf.toString())).isEmpty();
        assertThat(out.size() + err.size()).isZero();
    }

    @Test
    void whatTakesLongTellsHowFarItIs() {
        caller.sees = true;

        assertThat(run("projections", "rebuild", "policy")).hasValue(0);
        assertThat(run("audit", "rotate", "--age", "1000")).hasValue(0);
        assertThat(run("cron", "run")).hasValue(0);
        assertThat(run("token-janitor", "find", "--action", "disable", "--serial", "NOSUCH"))
                .hasValue(0);
        assertThat(run("token-janitor", "cleanupchallenges")).hasValue(0);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Rebuilt ", "No row is to be removed", "No task is due.", "0 found");
    }

    @Test
    void whereNoServerRunsNothingIsAsked(@TempDir Path empty) throws IOException {
        ServerClient client =
                new ServerClient(Map.of("SYMBOLON_DATA", empty.toString()), caller, System.out, System.err);
        assertThat(client.carryOut(List.of("policy", "list"))).isEmpty();

        Files.writeString(empty.resolve(ServerClient.SOCKET), "no socket");
        assertThat(client.carryOut(List.of("policy", "list"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "nonsense\n",
                "{\"version\":3,\"arguments\":[\"policy\",\"list\"]}\n",
                "{\"version\":2,\"arguments\":\"policy\"}\n",
                "{\"version\":2,\"arguments\":[]}\n",
                "{\"version\":2,\"arguments\":[{}]}\n"
            })
    void whatIsNotUnderstoodIsDeclined(String line) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(data.resolve(ServerClient.SOCKET)));
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));

            assertThat(new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(DECLINED);
        }
    }

    /** Types what it is told to. */
    private static final class TypingCaller implements Caller {

        private final OwnCaller own = new OwnCaller();
        private final Deque<String> typed = new ArrayDeque<>();
        private boolean sees;

        @Override
        public String account() {
            return own.account();
        }

        @Override
        public Optional<List<Path>> yamlFilesIn(Path directory) throws IOException {
            return own.yamlFilesIn(directory);
        }

        @Override
        public byte[] read(Path file, int most) throws IOException {
            return own.read(file, most);
        }

        @Override
        public byte[] readNamed(Path namedIn, String name, int most) throws IOException {
            return own.readNamed(namedIn, name, most);
        }

        @Override
        public Optional<String> environment(String name) {
            return own.environment(name);
        }

        @Override
        public Opened open(Path file) throws IOException {
            return own.open(file);
        }

        @Override
        public Secret line() {
            return Secret.of(typed.remove());
        }

        @Override
        public Optional<Secret> typed(String prompt) {
            return Optional.ofNullable(typed.poll()).map(Secret::of);
        }

        @Override
        public boolean seesProgress() {
            return sees;
        }
    }
}
