package org.symbolon.projections.policy;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.policy.PolicyChanged;
import org.symbolon.events.policy.PolicyCondition;
import org.symbolon.events.policy.PolicyConditionsReplaced;
import org.symbolon.events.policy.PolicyCreated;
import org.symbolon.events.policy.PolicyDeleted;
import org.symbolon.events.policy.PolicyDisabled;
import org.symbolon.events.policy.PolicyEnabled;
import org.symbolon.events.policy.PolicyTerms;
import org.symbolon.events.policy.PolicyText;
import org.symbolon.projections.shared.Position;
import org.symbolon.projections.shared.RowId;

/** Keeps the tables of policies and their conditions. */
@ProcessingGroup("inline")
public class PolicyProjection {

    private final JdbcOperations jdbc;

    public PolicyProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(PolicyCreated event, @Position long position) {
        jdbc.update(
                "insert into policy (id, name, scope, active) values (?, ?, '', ?)",
                event.policyId(),
                event.name(),
                event.active());
        write(event.policyId(), event.terms());
        write(event.policyId(), event.conditions(), position);
    }

    @EventHandler
    void on(PolicyChanged event) {
        write(event.policyId(), event.terms());
    }

    @EventHandler
    void on(PolicyConditionsReplaced event, @Position long position) {
        jdbc.update("delete from policycondition where policy_id = ?", event.policyId());
        write(event.policyId(), event.conditions(), position);
    }

    @EventHandler
    void on(PolicyEnabled event) {
        jdbc.update("update policy set active = true where id = ?", event.policyId());
    }

    @EventHandler
    void on(PolicyDisabled event) {
        jdbc.update("update policy set active = false where id = ?", event.policyId());
    }

    @EventHandler
    void on(PolicyDeleted event) {
        jdbc.update("delete from policycondition where policy_id = ?", event.policyId());
        jdbc.update("delete from policy where id = ?", event.policyId());
    }

    private void write(int policyId, PolicyTerms terms) {
        jdbc.update(
                """
                update policy set scope = ?, action = ?, realm = ?, adminrealm = ?, adminuser = ?, resolver = ?,
                    edumfanode = ?, "user" = ?, client = ?, time = ?, check_all_resolvers = ?, priority = ?
                where id = ?
                """,
                terms.scope(),
                PolicyText.ofActions(terms.actions()),
                PolicyText.of(terms.realms()),
                PolicyText.of(terms.adminRealms()),
                PolicyText.of(terms.adminUsers()),
                PolicyText.of(terms.resolvers()),
                PolicyText.of(terms.nodes()),
                PolicyText.of(terms.users()),
                PolicyText.of(terms.clients()),
                terms.time(),
                terms.checkAllResolvers(),
                terms.priority(),
                policyId);
    }

    private void write(int policyId, List<PolicyCondition> conditions, long position) {
        List<Object[]> rows = new ArrayList<>();
        for (PolicyCondition condition : conditions) {
            rows.add(new Object[] {
                RowId.of(position, rows.size()),
                policyId,
                condition.section(),
                condition.key(),
                condition.comparator(),
                condition.value(),
                condition.active()
            });
        }
        jdbc.batchUpdate(
                """
                insert into policycondition (id, policy_id, section, "Key", comparator, "Value", active)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
    }
}
