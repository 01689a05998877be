package org.symbolon.endtoend.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.cli.audit.AuditTrail;
import org.symbolon.cli.audit.AuditTrail.Removal;
import org.symbolon.cli.audit.AuditTrail.Rotation;
import org.symbolon.cli.benchmark.SampleData;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.projections.ReadModels.Comparison;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.projections.audit.AuditChain;

/** A server with made-up data: it is like data that came in by itself, and its audit can be rotated. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SampleDataTest {

    private InProcessServer server;
    private SampleData.Filled filled;
    private ApiClient admin;

    /** Made-up requests come after what is in the audit, so nobody logs in before. */
    @BeforeAll
    void start(@TempDir Path data) {
        server = InProcessServer.start(data);
        filled = fill(1_300, 2_100);
        admin = server.admin();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private SampleData.Filled fill(long tokens, long requests) {
        return server.bean(SampleData.class).fill(tokens, requests, (done, all) -> {});
    }

    private Removal rotate(Rotation rotation) {
        return server.bean(AuditTrail.class).rotate(rotation, (done, all) -> {});
    }

    private long count(String path, String... parameters) {
        return ((Number) admin.get(path, parameters).valueMap().get("count")).longValue();
    }

    private void assertRebuildYieldsTheSame() {
        Comparison comparison =
                server.bean(org.symbolon.cli.projections.ReadModels.class).rebuildAndCompare((done, all) -> {});
        assertThat(comparison.after()).isEqualTo(comparison.before());
    }

    @Test
    @Order(1)
    void tokensAndRequestsAreThere() {
        assertThat(filled.events()).isEqualTo(3_400);
        assertThat(filled.tokens()).isEqualTo(1_300);
        assertThat(count("/token/")).isEqualTo(1_300);
        assertThat(count("/audit/")).isGreaterThan(2_100);
        assertThat(count("/audit/", "action", "POST /validate/check")).isBetween(1_800L, 2_050L);
        assertThat(fill(1, 0).tokens()).isEqualTo(1_301);
    }

    @Test
    @Order(2)
    void aTokenHasAnOwnerAsAnyOther() {
        List<Map<String, Object>> tokens =
                admin.get("/token/", "tokenrealm", "bench2", "type", "totp").rows("tokens");

        assertThat(tokens).hasSize(15).allSatisfy(token -> assertThat(token)
                .containsEntry("tokentype", "totp")
                .containsEntry("user_realm", "bench2")
                .hasEntrySatisfying(
                        "username", user -> assertThat((String) user).matches("user[0-9]{7}")));
        String serial = (String) tokens.get(0).get("serial");
        assertThat(admin.post("/token/disable/" + serial).status()).isEqualTo(200);
        assertThat(admin.get("/token/", "serial", serial).rows("tokens").get(0)).containsEntry("active", false);
    }

    @Test
    @Order(3)
    void theReadModelsComeOutTheSameWhenTheyAreRebuilt() {
        assertThat(server.bean(AuditChain.class).verify().isWhole()).isTrue();

        assertRebuildYieldsTheSame();
    }

    @Test
    @Order(4)
    void aTrialRemovesNoRow() {
        long before = count("/audit/");

        Removal removal = rotate(new Rotation(0, 1_000, 500, 100, true));

        assertThat(removal.remaining()).isEqualTo(501);
        assertThat(removal.first()).isEqualTo(1);
        assertThat(count("/audit/")).isEqualTo(before + 1);
        assertThat(rotate(new Rotation(0, 1_000_000, 500, 100, false)).last()).isZero();
        assertThat(rotate(new Rotation(40, 10, 5, 100, false)).last()).isZero();
    }

    @Test
    @Order(5)
    void rowsThatSomebodyChangedAreNotRemoved() {
        server.jdbc().sql("update rm.mfa_audit set info = 'x' where id = 7").update();

        assertThatThrownBy(() -> rotate(new Rotation(0, 1_000, 500, 100, false)))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("Row 7 was changed");

        assertThat(server.jdbc()
                        .sql("select min(id) from rm.mfa_audit")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertRebuildYieldsNoChangedRow();
    }

    private void assertRebuildYieldsNoChangedRow() {
        server.bean(org.symbolon.cli.projections.ReadModels.class).rebuild(List.of("audit"), (done, all) -> {});
        assertThat(server.bean(AuditChain.class).verify().isWhole()).isTrue();
    }

    @Test
    @Order(6)
    void aRotationByAgeLeavesWhatIsYounger() {
        Removal removal = rotate(new Rotation(20, 1_000_000, 1_000_000, 300, false));

        assertThat(removal.first()).isEqualTo(1);
        assertThat(removal.last()).isBetween(500L, 900L);
        assertThat(server.jdbc()
                        .sql("select min(date) > localtimestamp - interval '21 days' from rm.mfa_audit")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(admin.get("/audit/", "sortorder", "asc", "page_size", "1")
                        .rows("auditdata")
                        .get(0))
                .containsEntry("number", (int) removal.last() + 1)
                .containsEntry("sig_check", "OK")
                .containsEntry("missing_line", "FAIL");
    }

    @Test
    @Order(7)
    void aRotationByWatermarksLeavesTheNewestAndAChainThatCanBeVerified() {
        long statistics = total();

        Removal removal = rotate(new Rotation(0, 1_000, 500, 100, false));

        assertThat(removal.remaining()).isBetween(500L, 520L);
        assertThat(server.bean(AuditChain.class).verify().isWhole()).isTrue();
        assertThat(admin.get("/audit/verify").valueMap())
                .containsEntry("whole", true)
                .containsEntry("first", (int) removal.last() + 1);
        assertThat(count("/audit/", "action", "CLI audit rotate")).isPositive();
        assertThat(total()).isGreaterThan(statistics);
        assertRebuildYieldsTheSame();
        assertThat(server.bean(AuditChain.class).verify().isWhole()).isTrue();
    }

    private long total() {
        Map<String, Object> value =
                admin.get("/audit/statistics", "step", "year").valueMap();
        return ((Number) value.get("success")).longValue() + ((Number) value.get("failure")).longValue();
    }

    @Test
    @Order(8)
    void aServerWithTokensOfItsOwnIsNotFilled() {
        admin.post("/token/init", "type", "spass", "serial", "REAL1", "pin", "x");

        assertThatThrownBy(() -> fill(1, 1)).isInstanceOf(CommandFailedException.class);
    }
}
