package org.symbolon.query.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.events.policy.PolicyChanged;
import org.symbolon.events.policy.PolicyCreated;
import org.symbolon.events.policy.PolicyDeleted;
import org.symbolon.events.policy.PolicyDisabled;
import org.symbolon.events.policy.PolicyTerms;
import org.symbolon.projections.policy.PolicyProjection;
import org.symbolon.projections.policy.PolicyRows;
import org.symbolon.projections.policy.PolicyView;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.RandomEvents;
import org.symbolon.projections.support.ReadModelDatabase;
import org.symbolon.query.history.HistoryRows;
import org.symbolon.query.policy.PolicyHistoryPage.Step;
import org.symbolon.query.shared.Paging;

class PolicyQueriesTest {

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final PolicyQueries queries = new PolicyQueries(new HistoryRows(database.jdbc()));

    @AfterEach
    void close() {
        database.close();
    }

    private static PolicyTerms terms(int priority) {
        List<String> none = List.of();
        return new PolicyTerms("user", List.of(), none, none, none, none, none, none, none, "", false, priority);
    }

    private static PolicyView policy(int id, boolean active, int priority) {
        return new PolicyView(id, "p1", active, terms(priority), List.of());
    }

    private PolicyHistoryPage history(int page, int size) {
        return queries.handle(new PolicyHistory("p1", new Paging(page, size)));
    }

    private void happened() {
        stream.append(
                new PolicyCreated("p1", 1, true, terms(1), List.of()),
                Facts.enrolled(1, "p1"),
                new PolicyCreated("p2", 2, true, terms(9), List.of()),
                new PolicyChanged("p1", 1, terms(2)),
                new PolicyDisabled("p1", 1),
                new PolicyDeleted("p1", 1),
                new PolicyCreated("p1", 3, true, terms(3), List.of()));
    }

    @Test
    void theNewestComesFirstWithWhatWasBeforeAndAfter() {
        happened();
        PolicyHistoryPage whole = history(1, 10);
        assertThat(whole.count()).isEqualTo(5);
        assertThat(whole.steps())
                .extracting(step -> step.entry().event())
                .containsExactly("PolicyCreated", "PolicyDeleted", "PolicyDisabled", "PolicyChanged", "PolicyCreated");
        assertThat(whole.steps())
                .extracting(Step::after)
                .containsExactly(policy(3, true, 3), null, policy(1, false, 2), policy(1, true, 2), policy(1, true, 1));
        assertThat(whole.steps())
                .extracting(Step::before)
                .containsExactly(null, policy(1, false, 2), policy(1, true, 2), policy(1, true, 1), null);
    }

    @Test
    void aHistoryComesInPages() {
        happened();
        assertThat(history(2, 2).steps())
                .extracting(Step::after)
                .containsExactly(policy(1, false, 2), policy(1, true, 2));
        assertThat(history(2, 2).count()).isEqualTo(5);
        assertThat(history(4, 2).steps()).isEmpty();
        assertThat(queries.handle(new PolicyHistory("nowhere", new Paging(1, 2)))
                        .count())
                .isZero();
    }

    @Test
    void whoDidItIsKnown() {
        stream.as(Map.of("actor", "alice", "client", "10.0.0.1"))
                .append(new PolicyCreated("p1", 1, true, terms(1), List.of()));
        assertThat(history(1, 1).steps().get(0).entry().actor()).isEqualTo("alice");
        assertThat(history(1, 1).steps().get(0).entry().client()).isEqualTo("10.0.0.1");
    }

    @Test
    void policiesAreListedAsTheyWere() {
        happened();
        assertThat(at(EventStream.timeOf(1).minusMillis(1))).isEmpty();
        assertThat(at(EventStream.timeOf(1))).containsExactly(policy(1, true, 1));
        assertThat(at(EventStream.timeOf(4))).extracting(PolicyView::name).containsExactly("p1", "p2");
        assertThat(at(EventStream.timeOf(6))).extracting(PolicyView::name).containsExactly("p2");
        assertThat(at(EventStream.timeOf(7))).startsWith(policy(3, true, 3)).hasSize(2);
    }

    private List<PolicyView> at(Instant time) {
        return queries.handle(new ListPoliciesAt(time)).all();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void thePastUpToNowIsThePresent(long seed) {
        RandomEvents events = new RandomEvents(seed);
        for (int count = 0; count < 600; count++) {
            stream.append(events.next());
        }
        stream.projectInline(new PolicyProjection(database.jdbc()));
        List<PolicyView> present = PolicyRows.read(database.jdbc()).all();
        assertThat(present).isNotEmpty();
        assertThat(at(Instant.MAX)).isEqualTo(present);
    }
}
