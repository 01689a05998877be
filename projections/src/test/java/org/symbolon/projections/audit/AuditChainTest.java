package org.symbolon.projections.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.audit.AuditRotated;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;
import org.symbolon.projections.support.TextSigner;

class AuditChainTest {

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final AuditChain chain = new AuditChain(database.jdbc(), database.transactionManager(), new TextSigner());

    @AfterEach
    void close() {
        database.close();
    }

    private static RequestAnswered answered(String info) {
        return new RequestAnswered(
                "POST /validate/check",
                true,
                "HOTP1",
                "hotp",
                "cornelius",
                "realm1",
                "passwd",
                null,
                null,
                info,
                "p1,p2",
                Instant.parse("2026-11-24T12:00:00.123456789Z"),
                Duration.ofNanos(1_234_567_891),
                "140");
    }

    private void auditOf(int rows) {
        for (int i = 1; i <= rows; i++) {
            stream.append(answered("matching " + i + " tokens"));
        }
        stream.projectTrailing(2, List.of(), new AuditProjection(database.jdbc(), new TextSigner()));
    }

    private void assertFound(AuditFinding.Kind kind, long number) {
        assertThat(chain.verify().findings()).containsExactly(new AuditFinding(kind, number));
    }

    @Test
    void aRowHasAllItsColumns() {
        stream.as(Map.of("client", "10.1.2.3", "node", "node1"));
        auditOf(1);
        Map<String, Object> row = database.jdbc().queryForMap("select * from mfa_audit");
        assertThat(row.toString())
                .contains("id=1, date=2026-11-24 12:34:44.537961, startdate=2026-11-24 12:00:00.123456")
                .contains("duration=1.234567 secs")
                .contains("action=POST /validate/check, success=1, serial=HOTP1, token_type=hotp, user=cornelius")
                .contains("realm=realm1, resolver=passwd, administrator=null, action_detail=null")
                .contains("info=matching 1 tokens, edumfa_server=node1, client=10.1.2.3, loglevel=null")
                .contains("clearance_level=null, thread_id=140, policies=p1,p2");
        assertThat((String) row.get("signature")).matches("sha256_chain:[0-9a-f]{64}");
    }

    @Test
    void textsAreCutToTheirColumns() {
        String emoji = "\uD83D\uDE00";
        stream.append(new RequestAnswered(
                "a".repeat(60),
                false,
                null,
                null,
                emoji.repeat(270),
                null,
                null,
                null,
                "lone \uD800 surrogate",
                "nul \u0000",
                "policy,".repeat(60),
                null,
                null,
                null));
        stream.projectTrailing(2, List.of(), new AuditProjection(database.jdbc(), new TextSigner()));
        Map<String, Object> row = database.jdbc().queryForMap("select * from mfa_audit");
        assertThat(row)
                .containsEntry("action", "a".repeat(50))
                .containsEntry("user", emoji.repeat(255))
                .containsEntry("info", "nul \uFFFD")
                .containsEntry("success", 0)
                .containsEntry("duration", null)
                .containsEntry("thread_id", "0");
        assertThat(chain.verify().isWhole()).isTrue();
    }

    @Test
    void policyNamesAreShortenedOneByOne() {
        assertThat(PolicyNames.cut("aaaaaaaaaa,bbbb,cc", 12)).isEqualTo("aaa+,bbbb,cc");
        assertThat(PolicyNames.cut("aaaa,bb", 7)).isEqualTo("aaaa,bb");
        assertThat(PolicyNames.cut("a,b,c,d", 4)).isEqualTo("a,b+");
        assertThat(PolicyNames.cut("a,b,c,d", 6)).isEqualTo("a,b,c+");
        assertThat(PolicyNames.cut(null, 6)).isNull();
    }

    @Test
    void anUntouchedAuditIsWhole() {
        auditOf(7);
        AuditVerdict verdict = chain.verify();
        assertThat(verdict.isWhole()).isTrue();
        assertThat(verdict.rows()).isEqualTo(7);
    }

    @Test
    void anEmptyAuditIsWhole() {
        assertThat(chain.verify().isWhole()).isTrue();
    }

    @Test
    void rowsAreTheSameWhateverTheBatches() {
        auditOf(7);
        List<String> rows = database.rows("mfa_audit");
        try (ReadModelDatabase shadow = database.shadow("rm_new")) {
            stream.into(shadow).rebuild(3, List.of(), new AuditProjection(shadow.jdbc(), new TextSigner()));
            assertThat(shadow.rows("mfa_audit")).isEqualTo(rows);
            assertThat(shadow.rows("audit_head")).isEqualTo(database.rows("audit_head"));
        }
    }

    @Test
    void aChangedRowIsFound() {
        auditOf(5);
        for (String change : List.of(
                "info = 'matching 9 tokens'",
                "resolver = 'other'",
                "thread_id = null",
                "policies = 'p1'",
                "duration = duration + interval '1 microsecond'",
                "startdate = null",
                "success = 0",
                "signature = 'sha256_chain:00'")) {
            String before = database.rows("mfa_audit").toString();
            database.jdbc().execute("create table kept as select * from mfa_audit");
            database.jdbc().update("update mfa_audit set " + change + " where id = 3");
            assertThat(database.rows("mfa_audit").toString()).isNotEqualTo(before);
            assertFound(AuditFinding.Kind.ROW_CHANGED, 3);
            database.jdbc().execute("delete from mfa_audit");
            database.jdbc().execute("insert into mfa_audit select * from kept");
            database.jdbc().execute("drop table kept");
        }
        assertThat(chain.verify().isWhole()).isTrue();
    }

    @Test
    void aMovedBorderBetweenTwoColumnsIsFound() {
        auditOf(1);
        database.jdbc().update("update mfa_audit set \"user\" = 'corneliusrealm1', realm = ''");
        assertFound(AuditFinding.Kind.ROW_CHANGED, 1);
    }

    @Test
    void aRemovedRowIsFoundWhereverItWas() {
        auditOf(5);
        database.jdbc().update("delete from mfa_audit where id = 5");
        assertFound(AuditFinding.Kind.ROW_MISSING, 5);
        database.jdbc().update("delete from mfa_audit where id = 3");
        assertFound(AuditFinding.Kind.ROW_MISSING, 3);
        database.jdbc().update("delete from mfa_audit where id = 1");
        assertFound(AuditFinding.Kind.ROW_MISSING, 1);
    }

    @Test
    void anInsertedRowIsFound() {
        auditOf(3);
        database.jdbc().update("insert into mfa_audit (id, action) values (4, 'POST /auth')");
        assertFound(AuditFinding.Kind.ROW_INSERTED, 4);
        database.jdbc().update("update mfa_audit set id = 0 where id = 4");
        assertFound(AuditFinding.Kind.ROW_INSERTED, 0);
    }

    @Test
    void anotherHeadIsFound() {
        auditOf(3);
        database.jdbc().update("update audit_head set signature = 'signed:0'");
        assertFound(AuditFinding.Kind.HEAD_NOT_SIGNED, 3);
        database.jdbc()
                .update(
                        "update audit_head set hash = 'x', signature = ?",
                        new TextSigner().sign(AuditHead.text(3, "x")));
        assertFound(AuditFinding.Kind.HEAD_OF_ANOTHER_CHAIN, 3);
        database.jdbc().update("delete from audit_head");
        assertFound(AuditFinding.Kind.HEAD_MISSING, 0);
    }

    private void rotatedAuditOf(int rows, long lastRemoved) {
        auditOf(rows);
        stream.append(new AuditRotated(lastRemoved), answered("after it"));
        stream.projectTrailing(2, List.of(), new AuditProjection(database.jdbc(), new TextSigner()));
    }

    @Test
    void aRotatedAuditIsWholeFromItsCheckpointOn() {
        rotatedAuditOf(7, 4);

        AuditVerdict verdict = chain.verify();

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.rows()).isEqualTo(4);
        assertThat(database.jdbc().queryForList("select id from mfa_audit order by id", Long.class))
                .containsExactly(5L, 6L, 7L, 8L);
    }

    @Test
    void anAuditMayBeRotatedAgainAndToItsLastRow() {
        rotatedAuditOf(7, 4);
        stream.append(new AuditRotated(2), new AuditRotated(8));
        stream.projectTrailing(1, List.of(), new AuditProjection(database.jdbc(), new TextSigner()));

        assertThat(database.rows("mfa_audit")).isEmpty();
        assertThat(AuditCheckpoint.read(database.jdbc()).number()).isEqualTo(8);
        assertThat(chain.verify().isWhole()).isTrue();
        assertThat(database.rows("audit_count")).isEmpty();
        assertThat(database.rows("audit_client_count")).isEmpty();
    }

    @Test
    void aRotationYieldsTheSameRowsWhateverTheBatches() {
        rotatedAuditOf(7, 4);
        for (int size : List.of(1, 3, 100)) {
            try (ReadModelDatabase shadow = database.shadow("rm_" + size)) {
                stream.into(shadow).rebuild(size, List.of(), new AuditProjection(shadow.jdbc(), new TextSigner()));
                for (String table : List.of(
                        "mfa_audit",
                        "audit_head",
                        "audit_checkpoint",
                        "audit_count",
                        "audit_client_count",
                        "audit_statistic")) {
                    assertThat(shadow.rows(table)).as(table).isEqualTo(database.rows(table));
                }
            }
        }
    }

    @Test
    void aRotationUpToARowThatIsNotThereRemovesNothing() {
        rotatedAuditOf(3, 9);

        assertThat(database.rows("mfa_audit")).hasSize(4);
        assertThat(database.rows("audit_checkpoint")).isEmpty();
        assertThat(chain.verify().isWhole()).isTrue();
    }

    @Test
    void aRemovedCheckpointIsFound() {
        rotatedAuditOf(7, 4);
        database.jdbc().update("delete from audit_checkpoint");

        assertFound(AuditFinding.Kind.ROW_MISSING, 1);
    }

    @Test
    void aForgedCheckpointIsFound() {
        rotatedAuditOf(7, 4);
        database.jdbc().update("delete from mfa_audit where id = 5");
        database.jdbc().update("update audit_checkpoint set number = 5");

        assertThat(chain.verify().findings()).contains(new AuditFinding(AuditFinding.Kind.CHECKPOINT_NOT_SIGNED, 5));
    }

    @Test
    void aHeadDoesNotPassForACheckpoint() {
        rotatedAuditOf(7, 4);
        database.jdbc().update("delete from mfa_audit");
        database.jdbc()
                .update("update audit_checkpoint set number = head.number, hash = head.hash, signature = head.signature"
                        + " from audit_head head");

        assertFound(AuditFinding.Kind.CHECKPOINT_NOT_SIGNED, 8);
    }

    @Test
    void anOlderCheckpointIsFound() {
        rotatedAuditOf(7, 2);
        database.jdbc().execute("create table kept as select * from audit_checkpoint");
        stream.append(new AuditRotated(4));
        stream.projectTrailing(1, List.of(), new AuditProjection(database.jdbc(), new TextSigner()));
        database.jdbc().update("delete from audit_checkpoint");
        database.jdbc().update("insert into audit_checkpoint select * from kept");

        assertFound(AuditFinding.Kind.ROW_MISSING, 3);
    }

    @Test
    void whatIsLeftOfARotatedAuditCannotBeChangedEither() {
        rotatedAuditOf(7, 4);
        database.jdbc().update("update mfa_audit set info = 'other' where id = 5");
        assertFound(AuditFinding.Kind.ROW_CHANGED, 5);
        database.jdbc().update("delete from mfa_audit where id = 5");
        assertFound(AuditFinding.Kind.ROW_MISSING, 5);
    }

    @Test
    void aRowFromBeforeTheCheckpointIsFound() {
        rotatedAuditOf(7, 4);
        database.jdbc().update("insert into mfa_audit (id, action) values (3, 'POST /auth')");

        assertFound(AuditFinding.Kind.ROW_INSERTED, 3);
    }

    @Test
    void partsThatFollowEachOtherMakeUpTheWhole() {
        rotatedAuditOf(7, 2);

        AuditPart first = chain.verifyPart(1, 4);
        assertThat(first.verdict().isWhole()).isTrue();
        assertThat(first.first()).isEqualTo(3);
        assertThat(first.last()).isEqualTo(6);
        assertThat(first.end()).isEqualTo(8);
        assertThat(first.next()).hasValue(7);
        AuditPart second = chain.verifyPart(7, 4);
        assertThat(second.verdict().isWhole()).isTrue();
        assertThat(second.last()).isEqualTo(8);
        assertThat(second.next()).isEmpty();
        assertThat(chain.verifyPart(9, 4).verdict().isWhole()).isTrue();
        assertThat(chain.verifyPart(1000, 4).verdict().rows()).isZero();
        assertThat(chain.verifyPart(1000, 4).verdict().isWhole()).isTrue();
    }

    @Test
    void aPartFindsWhatIsWrongInIt() {
        auditOf(9);
        database.jdbc().update("update mfa_audit set info = 'other' where id = 5");
        database.jdbc().update("delete from mfa_audit where id = 9");

        assertThat(chain.verifyPart(1, 4).verdict().isWhole()).isTrue();
        assertThat(chain.verifyPart(5, 2).verdict().findings())
                .containsExactly(new AuditFinding(AuditFinding.Kind.ROW_CHANGED, 5));
        assertThat(chain.verifyPart(5, 2).next()).isEmpty();
        assertThat(chain.verifyPart(6, 2).verdict().isWhole()).isTrue();
        assertThat(chain.verifyPart(8, 2).verdict().findings())
                .containsExactly(new AuditFinding(AuditFinding.Kind.ROW_MISSING, 9));
    }

    @Test
    void rowsThatAreAlikeAndRequestsOfAnHourAreCounted() {
        stream.as(Map.of("node", "node1", "client", "10.0.0.1"));
        rotatedAuditOf(3, 1);

        assertThat(database.jdbc()
                        .queryForList(
                                "select concat_ws('|', action, success, token_type, realm, resolver, administrator,"
                                        + " edumfa_server, total) from audit_count",
                                String.class))
                .containsExactly("POST /validate/check|1|hotp|realm1|passwd||node1|3");
        assertThat(database.jdbc()
                        .queryForList(
                                "select concat_ws('|', client, action, success, realm, total) from audit_client_count",
                                String.class))
                .containsExactly("10.0.0.1|POST /validate/check|1|realm1|3");
        assertThat(database.jdbc()
                        .queryForList(
                                "select action || ' ' || success || ': ' || total from audit_statistic", String.class))
                .containsExactly("POST /validate/check 1: 4");
    }
}
