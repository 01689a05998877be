package org.symbolon.endtoend.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.cli.audit.AuditTrail;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Patience;
import org.symbolon.store.readmodel.ReadModelGroup;
import org.symbolon.store.readmodel.Rebuild;

/** What somebody did to the past who may write to the database, and has neither the master key nor a node's files. */
class SealedStreamTest {

    private static final List<String> TABLES =
            List.of("public.domain_event", "public.stream_checkpoint", "rm.mfa_audit", "rm.audit_head");

    @TempDir
    private static Path folder;

    private static InProcessServer server;
    private static List<String> earlier;
    private static String earlierHead;

    @BeforeAll
    static void start() throws IOException {
        server = InProcessServer.start(folder, "--symbolon.checkpoint-pause=100ms");
        logIns(5);
        earlier = Files.readAllLines(checkpoint());
        earlierHead = head();
        logIns(5);
        TABLES.forEach(table -> execute("create table " + kept(table) + " as select * from " + table));
    }

    private static void logIns(int number) {
        for (int count = 0; count < number; count++) {
            server.anonymous().check("user", "nobody", "1");
        }
        long events = server.jdbc()
                .sql("select count(*) from domain_event")
                .query(Long.class)
                .single();
        until(() -> Files.exists(checkpoint()) && size() == events);
    }

    private static Path checkpoint() {
        return folder.resolve("stream.checkpoint");
    }

    private static long size() {
        try {
            return Long.parseLong(Files.readAllLines(checkpoint()).get(1));
        } catch (IOException unreadable) {
            return -1;
        }
    }

    private static String head() {
        return server.jdbc()
                .sql("select format('number = %s, hash = %L, signature = %L', number, hash, signature) from audit_head")
                .query(String.class)
                .single();
    }

    private static void until(BooleanSupplier condition) {
        Patience.until("it does not come true", condition);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String kept(String table) {
        return "public.kept_" + table.substring(table.indexOf('.') + 1);
    }

    private static void execute(String sql) {
        server.jdbc().sql(sql).update();
    }

    @BeforeEach
    void itIsWholeBefore() {
        assertThat(findings()).isEmpty();
    }

    @AfterEach
    void undo() {
        TABLES.forEach(table -> {
            execute("delete from " + table);
            execute("insert into " + table + " select * from " + kept(table));
        });
    }

    private static List<String> findings() {
        return server.bean(AuditTrail.class).verify((done, all) -> {}).findings();
    }

    @Test
    void deletingTheWholeAuditIsFound() {
        execute("delete from rm.mfa_audit");
        execute("delete from rm.audit_head");
        assertThat(findings()).singleElement().asString().startsWith("The audit ends with row 0.");
    }

    @Test
    void anOldHeadPutBackIsFound() {
        execute("update rm.audit_head set " + earlierHead);
        execute("delete from rm.mfa_audit where id > (select number from rm.audit_head)");
        assertThat(findings()).singleElement().asString().contains("vouches for row");
    }

    @Test
    void aChangedEventIsFoundAndNothingIsMadeOfIt() {
        execute(
                """
                update domain_event set payload = replace(payload, 'nobody', 'alice'), digest = sha256('guess')
                where global_index = (select max(global_index) from domain_event where payload_type = 'RequestAnswered')
                """);
        assertThat(findings())
                .anyMatch(finding ->
                        finding.contains("RequestAnswered") && finding.contains("is not what this server has stored"));
        Rebuild rebuild = server.bean(Rebuild.class);
        assertThatThrownBy(() -> rebuild.run(Set.of(ReadModelGroup.values()), (position, last) -> {}))
                .hasMessageContaining("nothing is made of it");
    }

    @Test
    void aCutTailIsFoundThoughItsCheckpointsWereDeletedToo() {
        execute("delete from domain_event where global_index > (select max(global_index) - 3 from domain_event)");
        execute("delete from stream_checkpoint where size > (select count(*) from domain_event)");
        assertThat(findings())
                .anyMatch(finding -> finding.contains("is missing in the database"))
                .anyMatch(finding -> finding.contains("some were removed"));
    }

    @Test
    void anEventThatIsMissingInTheMiddleIsFoundWithNoCheckpointLeftInTheDatabase() {
        execute("delete from domain_event where global_index = (select min(global_index) + 2 from domain_event)");
        execute("delete from stream_checkpoint");
        assertThat(findings()).anyMatch(finding -> finding.contains("some were removed"));
    }

    @Test
    void eventsThatChangedPlacesAreFound() {
        execute("update domain_event set global_index = -1 where global_index = 3");
        execute("update domain_event set global_index = 3 where global_index = 4");
        execute("update domain_event set global_index = 4 where global_index = -1");
        assertThat(findings()).anyMatch(finding -> finding.contains("changed, removed, moved or put in"));
    }

    @Test
    void anAuditorChecksARowWithNothingOfOurs() throws IOException, InterruptedException {
        AuditTrail audit = server.bean(AuditTrail.class);
        Path proof = Files.writeString(folder.resolve("proof"), audit.prove(4, Long.parseLong(earlier.get(1))));
        Path key = Files.writeString(folder.resolve("key.pem"), audit.publicKey());
        Path former = Files.write(folder.resolve("earlier"), earlier);

        assertThat(verified(proof, key, former)).startsWith("Row 4 of the audit stands for this event");
        Files.writeString(proof, Files.readString(proof).replace("nobody", "alice"));
        assertThat(verified(proof, key, former)).startsWith("The proof does not hold");
    }

    private static String verified(Path proof, Path key, Path former) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Path.of("../../docs/audit-proof/VerifyAuditProof.java").toString(),
                        proof.toString(),
                        key.toString(),
                        former.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        java.waitFor();
        return output;
    }
}
