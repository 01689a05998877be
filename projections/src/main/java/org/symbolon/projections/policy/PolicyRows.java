package org.symbolon.projections.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.policy.PolicyCondition;
import org.symbolon.events.policy.PolicySet;
import org.symbolon.events.policy.PolicyTerms;
import org.symbolon.events.policy.PolicyText;
import org.symbolon.events.policy.PolicyView;

/** Reads all policies from their tables. */
public final class PolicyRows {

    private PolicyRows() {}

    public static PolicySet read(JdbcOperations jdbc) {
        Map<Integer, List<PolicyCondition>> conditions = new HashMap<>();
        jdbc.query(
                """
                select policy_id, section, "Key", comparator, "Value", active from policycondition order by id
                """,
                row -> {
                    conditions
                            .computeIfAbsent(row.getInt("policy_id"), id -> new ArrayList<>())
                            .add(condition(row));
                });
        return PolicySet.of(jdbc.query(
                "select * from policy",
                (row, number) -> new PolicyView(
                        row.getInt("id"),
                        row.getString("name"),
                        row.getBoolean("active"),
                        terms(row),
                        List.copyOf(conditions.getOrDefault(row.getInt("id"), List.of())))));
    }

    private static PolicyTerms terms(ResultSet row) throws SQLException {
        return new PolicyTerms(
                row.getString("scope"),
                PolicyText.actions(row.getString("action")),
                list(row, "realm"),
                list(row, "adminrealm"),
                list(row, "adminuser"),
                list(row, "resolver"),
                list(row, "edumfanode"),
                list(row, "user"),
                list(row, "client"),
                row.getString("time"),
                row.getBoolean("check_all_resolvers"),
                row.getInt("priority"));
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return PolicyText.list(row.getString(column));
    }

    private static PolicyCondition condition(ResultSet row) throws SQLException {
        return new PolicyCondition(
                row.getString("section"),
                row.getString("Key"),
                row.getString("comparator"),
                row.getString("Value"),
                row.getBoolean("active"));
    }
}
