package org.symbolon.projections.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.realm.RealmDeleted;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.CountWindowChanged;
import org.symbolon.events.token.EnrolmentVerified;
import org.symbolon.events.token.FailLimitChanged;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.SecurityOfficerPinChanged;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.SyncWindowChanged;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDescribed;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenInfoRemoved;
import org.symbolon.events.token.TokenInfoSet;
import org.symbolon.events.token.TokenRealmsChanged;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.events.token.TypeState;
import org.symbolon.events.token.UserPinChanged;
import org.symbolon.projections.realm.RealmProjection;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.ReadModelDatabase;

class TokenProjectionTest {

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final CandidateRows candidates = new CandidateRows(database.jdbc());

    @AfterEach
    void close() {
        database.close();
    }

    private Map<String, Object> after(Object... events) {
        stream.append(events).projectInline(new RealmProjection(database.jdbc()), new TokenProjection(database.jdbc()));
        return database.jdbc().queryForList("select * from token").stream()
                .findFirst()
                .orElse(Map.of());
    }

    private Map<String, Object> afterEnrolmentAnd(Object... events) {
        after(
                Facts.realm(1, "realm1"),
                Facts.realm(2, "realm2"),
                Facts.enrolled(7, "HOTP1", Facts.CORNELIUS, List.of("realm1"), Map.of("hashlib", "sha1")));
        return after(events);
    }

    private List<String> realms() {
        return database.jdbc()
                .queryForList(
                        "select realm.name from tokenrealm join realm on realm.id = realm_id order by tokenrealm.id",
                        String.class);
    }

    @Test
    void anEnrolledTokenHasAllItsColumns() {
        assertThat(afterEnrolmentAnd())
                .containsAllEntriesOf(Map.ofEntries(
                        Map.entry("id", 7),
                        Map.entry("serial", "HOTP1"),
                        Map.entry("tokentype", "hotp"),
                        Map.entry("description", "my token"),
                        Map.entry("otplen", 6),
                        Map.entry("pin_hash", "hash"),
                        Map.entry("key_enc", "c2VlZA=="),
                        Map.entry("key_iv", "key-1"),
                        Map.entry("maxfail", 10),
                        Map.entry("active", true),
                        Map.entry("revoked", false),
                        Map.entry("locked", false),
                        Map.entry("failcount", 0),
                        Map.entry("count", 0L),
                        Map.entry("count_window", 10),
                        Map.entry("sync_window", 1000),
                        Map.entry("rollout_state", ""),
                        Map.entry("user_pin", ""),
                        Map.entry("so_pin", "")));
        assertThat(database.rows("tokeninfo"))
                .containsExactly("{Description=, Key=hashlib, Type=, Value=sha1, id=" + 3 * 1024 + ", token_id=7}");
        assertThat(database.rows("tokenowner"))
                .containsExactly("{id=7, realm_id=1, resolver=passwd, token_id=7, user_id=1000}");
        assertThat(database.rows("tokenrealm")).containsExactly("{id=" + 3 * 1024 + ", realm_id=1, token_id=7}");
    }

    @Test
    void enrolmentsOfABatchYieldTheRowsOfEachByItself() {
        Object[] projectors = {new RealmProjection(database.jdbc()), new TokenProjection(database.jdbc())};
        stream.append(
                Facts.realm(1, "realm1"),
                Facts.enrolled(7, "HOTP1", Facts.CORNELIUS, List.of("realm1", "realm1"), Map.of("hashlib", "sha1")),
                Facts.enrolled(8, "HOTP2", null, List.of("other"), Map.of()),
                new TokenDescribed("HOTP2", 8, "in between"),
                Facts.enrolled(9, "HOTP3", null, List.of("realm1"), Map.of("a", "1", "b", "2")));
        stream.projectInline(projectors);
        try (ReadModelDatabase together = database.shadow("rm_together")) {
            stream.into(together)
                    .rebuild(
                            100, List.of(), new RealmProjection(together.jdbc()), new TokenProjection(together.jdbc()));
            for (String table : List.of("token", "tokeninfo", "tokenowner", "tokenrealm")) {
                assertThat(together.rows(table)).as(table).isNotEmpty().isEqualTo(database.rows(table));
            }
        }
    }

    @Test
    void anUnknownRealmIsPassedOver() {
        after(Facts.realm(1, "realm1"), Facts.enrolled(7, "HOTP1", null, List.of("other", "realm1"), Map.of()));
        assertThat(realms()).containsExactly("realm1");
    }

    @Test
    void reenrolmentKeepsWhatItDoesNotName() {
        Sealed seed = new Sealed("key-1", "bmV3");
        Map<String, Object> token = afterEnrolmentAnd(new TokenReenrolled(
                "HOTP1",
                7,
                8,
                seed,
                null,
                null,
                5,
                20,
                200,
                "clientwait",
                TypeState.EMPTY,
                Map.of("hashlib", "sha256"),
                null,
                List.of("realm2")));
        assertThat(token)
                .containsEntry("otplen", 8)
                .containsEntry("key_enc", "bmV3")
                .containsEntry("pin_hash", "hash")
                .containsEntry("description", "my token")
                .containsEntry("maxfail", 5)
                .containsEntry("count_window", 20)
                .containsEntry("sync_window", 200)
                .containsEntry("rollout_state", "clientwait");
        assertThat(candidates.withSerial("HOTP1").orElseThrow().owner()).isEqualTo(Facts.CORNELIUS);
        assertThat(realms()).containsExactly("realm2");
        assertThat(database.rows("tokeninfo"))
                .containsExactly("{Description=, Key=hashlib, Type=, Value=sha256, id=" + 3 * 1024 + ", token_id=7}");
    }

    @Test
    void reenrolmentReplacesWhatItNames() {
        TokenOwner other = new TokenOwner("passwd", "1001", "realm2");
        Map<String, Object> token = afterEnrolmentAnd(new TokenReenrolled(
                "HOTP1",
                7,
                6,
                Facts.SEED,
                new Pin.Hashed("new"),
                "other",
                10,
                10,
                1000,
                "",
                TypeState.EMPTY,
                Map.of(),
                other,
                List.of("realm2")));
        assertThat(token).containsEntry("pin_hash", "new").containsEntry("description", "other");
        assertThat(candidates.withSerial("HOTP1").orElseThrow().owner()).isEqualTo(other);
    }

    @Test
    void anAssignedTokenIsInItsOwnersRealmOnly() {
        TokenOwner other = new TokenOwner("passwd", "1001", "realm2");
        afterEnrolmentAnd(new TokenAssigned("HOTP1", 7, other));
        assertThat(candidates.ofOwner(other)).extracting(CandidateRow::serial).containsExactly("HOTP1");
        assertThat(candidates.ofOwner(Facts.CORNELIUS)).isEmpty();
        assertThat(realms()).containsExactly("realm2");
    }

    @Test
    void anUnassignedTokenLosesOwnerAndPinButNotItsRealms() {
        assertThat(afterEnrolmentAnd(new TokenUnassigned("HOTP1", 7))).containsEntry("pin_hash", "");
        assertThat(candidates.withSerial("HOTP1").orElseThrow().owner()).isNull();
        assertThat(realms()).containsExactly("realm1");
    }

    @Test
    void aTokenIsDisabledAndEnabled() {
        assertThat(afterEnrolmentAnd(new TokenDisabled("HOTP1", 7))).containsEntry("active", false);
        assertThat(after(new TokenEnabled("HOTP1", 7))).containsEntry("active", true);
    }

    @Test
    void aRevokedTokenIsLockedAndDisabled() {
        assertThat(afterEnrolmentAnd(new TokenRevoked("HOTP1", 7)))
                .containsEntry("active", false)
                .containsEntry("revoked", true)
                .containsEntry("locked", true);
    }

    @Test
    void aDeletedTokenLeavesNothingBehind() {
        assertThat(afterEnrolmentAnd(new TokenDeleted("HOTP1", 7))).isEmpty();
        assertThat(database.rows("tokeninfo")).isEmpty();
        assertThat(database.rows("tokenowner")).isEmpty();
        assertThat(database.rows("tokenrealm")).isEmpty();
    }

    @Test
    void aSerialCanComeBackAsAnotherToken() {
        assertThat(afterEnrolmentAnd(new TokenDeleted("HOTP1", 7), Facts.enrolled(8, "HOTP1")))
                .containsEntry("id", 8);
    }

    @Test
    void pinsDescriptionAndLimitsChange() {
        Map<String, Object> token = afterEnrolmentAnd(
                new PinChanged("HOTP1", 7, new Pin.Hashed("other")),
                new UserPinChanged("HOTP1", 7, new Sealed("key-1", "dXNlcg==")),
                new SecurityOfficerPinChanged("HOTP1", 7, new Sealed("key-1", "c28=")),
                new TokenDescribed("HOTP1", 7, "blue"),
                new CountWindowChanged("HOTP1", 7, 11),
                new SyncWindowChanged("HOTP1", 7, 12),
                new FailLimitChanged("HOTP1", 7, 13));
        assertThat(token)
                .containsEntry("pin_hash", "other")
                .containsEntry("user_pin", "dXNlcg==")
                .containsEntry("user_pin_iv", "key-1")
                .containsEntry("so_pin", "c28=")
                .containsEntry("so_pin_iv", "key-1")
                .containsEntry("description", "blue")
                .containsEntry("count_window", 11)
                .containsEntry("sync_window", 12)
                .containsEntry("maxfail", 13);
    }

    @Test
    void infoIsWrittenAndRemovedButNotTheCounters() {
        afterEnrolmentAnd(
                new TokenInfoSet("HOTP1", 7, Map.of("a", "1", "count_auth", "5", "z", "2")),
                new TokenInfoRemoved("HOTP1", 7, List.of("hashlib")));
        assertThat(database.rows("tokeninfo"))
                .containsExactlyInAnyOrder(
                        "{Description=, Key=a, Type=, Value=1, id=" + 4 * 1024 + ", token_id=7}",
                        "{Description=, Key=z, Type=, Value=2, id=" + (4 * 1024 + 2) + ", token_id=7}");
    }

    @Test
    void whatATypeLearnsIsNotWrittenInTheTransactionOfALogIn() {
        afterEnrolmentAnd(
                new OtpAccepted("HOTP1", 7, 0, 0, StateChange.of(5L, Map.of("colour", "blue", "timeShift", "3"))));
        assertThat(database.rows("tokeninfo")).hasSize(1);
    }

    @Test
    void realmsOfATokenAreReplaced() {
        afterEnrolmentAnd(new TokenRealmsChanged("HOTP1", 7, List.of("realm2", "realm1", "realm2")));
        assertThat(realms()).containsExactly("realm2", "realm1");
        after(new TokenRealmsChanged("HOTP1", 7, List.of()));
        assertThat(realms()).isEmpty();
    }

    @Test
    void aDeletedRealmLeavesTheOwnerWithoutRealm() {
        afterEnrolmentAnd(new RealmDeleted("realm1", 1));
        assertThat(candidates.withSerial("HOTP1").orElseThrow().owner())
                .isEqualTo(new TokenOwner("passwd", "1000", null));
        assertThat(realms()).isEmpty();
    }

    @Test
    void candidatesOfAnOwnerComeBySerial() {
        after(Facts.realm(1, "realm1"));
        after(
                Facts.enrolled(1, "B", Facts.CORNELIUS, List.of(), Map.of()),
                Facts.enrolled(2, "a", Facts.CORNELIUS, List.of(), Map.of()),
                Facts.enrolled(3, "A", Facts.CORNELIUS, List.of(), Map.of()),
                Facts.enrolled(4, "C"));
        assertThat(candidates.ofOwner(Facts.CORNELIUS))
                .extracting(CandidateRow::serial)
                .containsExactly("A", "B", "a");
        assertThat(candidates.withSerial("C"))
                .contains(new CandidateRow("C", "hotp", 6, Facts.PIN, null, true, false, true));
        assertThat(candidates.withSerial("c")).isEmpty();
    }

    @Test
    void aCandidateTellsHowFarItsEnrolmentIs() {
        Map<String, String> mark = Map.of("enroll_via_multichallenge", "True");
        after(
                unfinished(1, "TWO", "clientwait", Map.of()),
                unfinished(2, "SHOWING", "verify", Map.of("other", "1")),
                unfinished(3, "AWAITED", "verify", mark),
                unfinished(4, "REVOKED", "verify", mark),
                new TokenRevoked("REVOKED", 4),
                unfinished(5, "DONE", "verify", mark),
                new EnrolmentVerified("DONE", 5));

        assertThat(List.of("TWO", "SHOWING", "AWAITED", "REVOKED", "DONE"))
                .map(serial -> candidates.withSerial(serial).orElseThrow())
                .extracting(row -> row.finished() + " " + row.awaited())
                .containsExactly("false false", "false false", "false true", "false false", "true false");
    }

    private static TokenEnrolled unfinished(int id, String serial, String state, Map<String, String> info) {
        return new TokenEnrolled(
                serial,
                id,
                "hotp",
                6,
                Facts.SEED,
                Pin.NONE,
                "",
                10,
                10,
                1000,
                state,
                true,
                TypeState.EMPTY,
                info,
                null,
                List.of());
    }
}
