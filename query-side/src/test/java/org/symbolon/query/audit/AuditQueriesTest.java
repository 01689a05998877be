package org.symbolon.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.audit.AuditRotated;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.events.shared.Reach;
import org.symbolon.events.shared.Reach.Branch;
import org.symbolon.events.shared.Reach.Person;
import org.symbolon.projections.support.EventStream;
import org.symbolon.query.shared.Paging;
import org.symbolon.query.support.QueryDatabase;

class AuditQueriesTest {

    private final QueryDatabase database = new QueryDatabase();
    private final AuditQueries queries = new AuditQueries(database.database().jdbc(), database.trailingModels());

    @BeforeEach
    void record() {
        database.after(
                answered("POST /auth", true, null, null, null, null),
                answered("POST /validate/check", true, "HOTP1", "cornelius", "realm1", "passwd"),
                answered("POST /validate/check", false, "HOTP1", "cornelius", "realm1", "passwd"),
                answered("GET /token/", true, "HO_P", "hans", "realm2", "ldap"),
                answered("POST /validate/check", true, "HOTP2", "cornelius", "realm2", "passwd"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static RequestAnswered answered(
            String action, boolean success, String serial, String user, String realm, String resolver) {
        return new RequestAnswered(
                action,
                success,
                serial,
                "hotp",
                user,
                realm,
                resolver,
                null,
                null,
                "info",
                "",
                Instant.parse("2026-11-24T12:00:00Z"),
                Duration.ofMillis(2),
                "1");
    }

    private AuditPage search(AuditFilter filter, int page, int size, boolean ascending) {
        return queries.handle(new SearchAudit(filter, new Paging(page, size), ascending));
    }

    private List<Long> numbers(AuditPage page) {
        return page.entries().stream().map(entry -> entry.row().number()).toList();
    }

    private List<Long> numbers(AuditFilter filter) {
        AuditPage page = search(filter, 1, 15, true);
        assertThat(page.count()).isEqualTo(page.entries().size());
        return numbers(page);
    }

    private List<Long> numbers(String column, String wanted) {
        return numbers(AuditFilter.of(Map.of(column, wanted)));
    }

    @Test
    void theNewestRowsComeFirst() {
        AuditPage page = search(AuditFilter.of(Map.of()), 1, 2, false);
        assertThat(page.count()).isEqualTo(5);
        assertThat(numbers(page)).containsExactly(5L, 4L);
        assertThat(numbers(search(AuditFilter.of(Map.of()), 3, 2, false))).containsExactly(1L);
        assertThat(numbers(search(AuditFilter.of(Map.of()), 4, 2, false))).isEmpty();
        assertThat(numbers(search(AuditFilter.of(Map.of()), 0, 2, true))).containsExactly(1L, 2L);
        assertThat(numbers(search(AuditFilter.of(Map.of()), 3, 2, true))).containsExactly(5L);
        assertThat(numbers(search(AuditFilter.of(Map.of()), Integer.MAX_VALUE, Integer.MAX_VALUE, false)))
                .isEmpty();
    }

    @Test
    void filteredPagesFollowEachOther() {
        AuditFilter filter = AuditFilter.of(Map.of("user", "cornelius"));
        AuditPage page = search(filter, 1, 2, false);
        assertThat(page.count()).isEqualTo(3);
        assertThat(numbers(page)).containsExactly(5L, 3L);
        assertThat(numbers(search(filter, 2, 2, false))).containsExactly(2L);
        assertThat(numbers(search(filter, 3, 2, false))).isEmpty();
    }

    @Test
    void columnsMatchExactlyOrByWildcard() {
        assertThat(numbers("action", "POST /validate/check")).containsExactly(2L, 3L, 5L);
        assertThat(numbers("action", "POST*")).containsExactly(1L, 2L, 3L, 5L);
        assertThat(numbers("action", "post*")).isEmpty();
        assertThat(numbers("serial", "HO_P")).containsExactly(4L);
        assertThat(numbers("serial", "%TP_")).containsExactly(2L, 3L, 5L);
        assertThat(numbers("serial", "HO_P*")).containsExactly(2L, 3L, 4L, 5L);
        assertThat(numbers("info", "i*\\\\")).isEmpty();
        assertThat(numbers("realm", "realm2")).containsExactly(4L, 5L);
        assertThat(numbers("resolver", "ldap")).containsExactly(4L);
        assertThat(numbers("edumfa_server", "node1")).hasSize(5);
        assertThat(numbers("client", "10.0.*")).hasSize(5);
        assertThat(numbers("thread_id", "2")).isEmpty();
    }

    @Test
    void blankTextsStarsAndUnknownColumnsExcludeNothing() {
        assertThat(numbers("user", "*")).hasSize(5);
        assertThat(numbers("user", " ")).hasSize(5);
        assertThat(numbers("number", "3")).hasSize(5);
        assertThat(numbers("log_level", "x")).hasSize(5);
    }

    @Test
    void successIsReadAsTruth() {
        assertThat(numbers("success", "0")).containsExactly(3L);
        assertThat(numbers("success", "false")).containsExactly(3L);
        assertThat(numbers("success", "True")).containsExactly(1L, 2L, 4L, 5L);
        assertThat(numbers("success", "yes")).containsExactly(3L);
    }

    @Test
    void numbersAndDatesCompareAsText() {
        assertThat(numbers("id", "3")).containsExactly(3L);
        assertThat(numbers("id", "*3")).containsExactly(3L);
        assertThat(numbers("id", "x")).isEmpty();
        assertThat(numbers("date", "2026-11-24 12:34:45")).containsExactly(2L);
        assertThat(numbers("date", "2026-11-*")).hasSize(5);
        assertThat(numbers("date", "*-11-24 12:34:4*")).hasSize(5);
        assertThat(numbers("date", "2026-1*")).hasSize(5);
        assertThat(numbers("date", "2026-13-*")).isEmpty();
        assertThat(numbers("date", "2026-12-*")).isEmpty();
        assertThat(numbers("startdate", "2026-11-24 12:00*")).hasSize(5);
        assertThat(numbers("duration", "00:00:00.002")).hasSize(5);
        assertThat(numbers("signature", "sha256_chain:*")).hasSize(5);
    }

    @Test
    void filtersOnAllColumnsAreJoined() {
        Map<String, String> wanted = new HashMap<>(Map.of(
                "action", "*/validate/check",
                "success", "1",
                "serial", "HOTP*",
                "token_type", "hotp",
                "user", "corn*",
                "realm", "realm1",
                "resolver", "pass%",
                "info", "info",
                "edumfa_server", "node1",
                "thread_id", "1"));
        wanted.put("date", "2026-*");
        wanted.put("administrator", "**");
        assertThat(numbers(AuditFilter.of(wanted))).containsExactly(2L);
        wanted.put("realm", "realm2");
        assertThat(numbers(AuditFilter.of(wanted))).containsExactly(5L);
        wanted.put("administrator", "root");
        assertThat(numbers(AuditFilter.of(wanted))).isEmpty();
    }

    @Test
    void whatIsCountedBeforehandIsCountedRight() {
        for (String filter : List.of("POST*", "GET /token/", "POST /validate/check", "x", "_OST%")) {
            assertThat(CountedValues.of(AuditFilter.of(Map.of("action", filter))))
                    .isPresent();
            numbers("action", filter);
        }
        assertThat(numbers("realm", "%")).containsExactly(2L, 3L, 4L, 5L);
        assertThat(numbers(AuditFilter.of(Map.of("action", "POST*", "success", "0", "realm", "realm1"))))
                .containsExactly(3L);
        for (Map<String, String> filter : List.of(
                Map.of("client", "10.0.0.1"),
                Map.of("client", "10.0.*", "success", "0"),
                Map.of("client", "10.0.0.1", "action", "POST*", "success", "1"),
                Map.of("client", "10.0.0.1", "realm", "realm2"),
                Map.of("client", "10.0.0.2"))) {
            assertThat(CountedValues.of(AuditFilter.of(filter))).isPresent();
            numbers(AuditFilter.of(filter));
        }
        assertThat(CountedValues.of(
                        new AuditFilter(Map.of("client", "10.0.0.1"), null, Reach.ofRealms(List.of("realm1")), null)))
                .isPresent();
        assertThat(numbers(
                        new AuditFilter(Map.of("client", "10.0.0.1"), null, Reach.ofRealms(List.of("realm1")), null)))
                .containsExactly(2L, 3L);
        assertThat(CountedValues.of(AuditFilter.of(Map.of("client", "10.0.0.1", "resolver", "passwd"))))
                .isEmpty();
        assertThat(numbers(AuditFilter.of(Map.of("client", "10.0.0.1", "resolver", "passwd"))))
                .containsExactly(2L, 3L, 5L);
        numbers("realm", "realm_");
        numbers("realm", "*2");
        numbers("resolver", "ldap");
        numbers("edumfa_server", "node*");
    }

    @Test
    void pagesNearTheEndAreReadFromThere() {
        AuditFilter filter = AuditFilter.of(Map.of("edumfa_server", "node1"));
        for (boolean ascending : List.of(true, false)) {
            List<Long> all = numbers(search(filter, 1, 15, ascending));
            for (int size = 1; size <= 6; size++) {
                List<Long> joined = new ArrayList<>();
                for (int page = 1; page <= 6; page++) {
                    joined.addAll(numbers(search(filter, page, size, ascending)));
                }
                assertThat(joined).as("pages of " + size).isEqualTo(all);
            }
        }
    }

    @Test
    void whatIsLeftOfARotatedAuditFitsTheChain() {
        database.after(new AuditRotated(2));
        AuditPage page = search(AuditFilter.of(Map.of()), 1, 15, true);
        assertThat(page.count()).isEqualTo(3);
        assertThat(numbers(page)).containsExactly(3L, 4L, 5L);
        assertThat(page.entries()).allMatch(AuditEntry::fitsChain);
        assertThat(numbers("action", "POST /validate/check")).containsExactly(3L, 5L);
        assertThat(numbers("action", "POST /auth")).isEmpty();
    }

    private List<Long> reached(List<String> realms, List<Branch> branches, List<Person> people, List<Person> excluded) {
        return numbers(new AuditFilter(Map.of(), null, new Reach(realms, branches, people, excluded), null));
    }

    @Test
    void whatResolversAndPeopleBringLimits() {
        List<Person> hans = List.of(new Person("hans", "", "ldap", "realm2"));
        List<Person> cornelius = List.of(new Person("cornelius", "", "passwd", "realm1"));
        List<Branch> branch = List.of(new Branch("realm2", "passwd"));

        assertThat(reached(List.of(), branch, List.of(), List.of())).containsExactly(5L);
        assertThat(reached(List.of(), branch, hans, List.of())).containsExactly(4L, 5L);
        assertThat(reached(List.of(), List.of(), cornelius, List.of())).containsExactly(2L, 3L);
        assertThat(reached(List.of("realm2"), List.of(), List.of(), hans)).containsExactly(5L);
        assertThat(reached(null, List.of(), List.of(), cornelius)).containsExactly(1L, 4L, 5L);
    }

    @Test
    void namesThatBeginAlikeAreNotTakenForEachOther() {
        String realm = "faculty-of-mathematics";
        String resolver = "r".repeat(60);
        database.after(
                answered("POST /auth", true, null, "hans", realm + "-and-physics", resolver + "1"),
                answered("POST /auth", true, null, "hans", realm + "-in-the-north", resolver + "2"));

        assertThat(reached(List.of(realm + "-and-physics"), List.of(), List.of(), List.of()))
                .containsExactly(6L);
        assertThat(reached(List.of(realm.substring(0, 20)), List.of(), List.of(), List.of()))
                .isEmpty();
        assertThat(reached(
                        List.of(), List.of(new Branch(realm + "-in-the-north", resolver + "2")), List.of(), List.of()))
                .containsExactly(7L);
    }

    @Test
    void timeRealmsAndOwnRowsLimit() {
        assertThat(numbers(new AuditFilter(Map.of(), EventStream.timeOf(4), null, null)))
                .containsExactly(4L, 5L);
        assertThat(numbers(new AuditFilter(Map.of(), null, Reach.ofRealms(List.of("realm1", "other")), null)))
                .containsExactly(2L, 3L);
        assertThat(numbers(new AuditFilter(Map.of(), null, Reach.ofRealms(List.of()), null)))
                .isEmpty();
        assertThat(numbers(new AuditFilter(Map.of(), null, null, new AuditFilter.Own("cornelius", "realm1", "passwd"))))
                .containsExactly(2L, 3L);
    }

    @Test
    void aRowKnowsWhetherItFitsTheChain() {
        assertThat(search(AuditFilter.of(Map.of()), 1, 15, true).entries())
                .allMatch(AuditEntry::fitsChain)
                .extracting(AuditEntry::hasNeighbours)
                .containsExactly(false, true, true, true, false);
        database.database().jdbc().update("update mfa_audit set info = 'other' where id = 2");
        database.database().jdbc().update("delete from mfa_audit where id = 4");
        assertThat(search(AuditFilter.of(Map.of()), 1, 15, true).entries())
                .extracting(AuditEntry::fitsChain)
                .containsExactly(true, false, true, false);
        assertThat(search(AuditFilter.of(Map.of("serial", "HOTP1")), 1, 15, true)
                        .entries())
                .extracting(AuditEntry::hasNeighbours)
                .containsExactly(true, false);
    }

    @Test
    void allRowsAreStreamedByDate() {
        List<Long> numbers = new ArrayList<>();
        long count = queries.handle(new StreamAudit(AuditFilter.of(Map.of("success", "1")), entry -> {
            assertThat(entry.fitsChain()).isTrue();
            numbers.add(entry.row().number());
        }));
        assertThat(count).isEqualTo(4);
        assertThat(numbers).containsExactly(1L, 2L, 4L, 5L);
    }

    @Test
    void aStreamGoesOnWhereAChunkEnded() {
        database.database().jdbc().update("update mfa_audit set date = (select min(date) from mfa_audit) where id > 2");
        for (int chunk = 1; chunk <= 6; chunk++) {
            AuditQueries inChunks = new AuditQueries(database.database().jdbc(), database.trailingModels(), chunk);
            List<Long> numbers = new ArrayList<>();
            inChunks.handle(new StreamAudit(
                    AuditFilter.of(Map.of()), entry -> numbers.add(entry.row().number())));
            assertThat(numbers).as("in chunks of " + chunk).containsExactly(1L, 3L, 4L, 5L, 2L);
        }
    }

    @Test
    void aStreamHoldsNoMoreThanAChunk() {
        AuditQueries inChunks = new AuditQueries(database.database().jdbc(), database.trailingModels(), 2);
        List<Long> numbers = new ArrayList<>();
        inChunks.handle(new StreamAudit(AuditFilter.of(Map.of()), entry -> {
            numbers.add(entry.row().number());
            database.database().jdbc().update("delete from mfa_audit where id = 4");
        }));
        assertThat(numbers).containsExactly(1L, 2L, 3L, 5L);
    }

    @Test
    void anEmptyAuditHasAnEmptyPage() {
        Map<String, String> none = new HashMap<>();
        none.put("user", null);
        database.database().jdbc().update("delete from mfa_audit");
        assertThat(search(AuditFilter.of(none), 1, 15, false)).isEqualTo(new AuditPage(0, List.of()));
    }
}
