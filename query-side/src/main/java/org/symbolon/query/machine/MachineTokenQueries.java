package org.symbolon.query.machine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.query.shared.Conditions;
import org.symbolon.query.shared.ReachConditions;

/** Answers which tokens are attached to which machines. */
public class MachineTokenQueries {

    private static final String SELECT =
            """
            select machinetoken.id, token.serial, token.tokentype, machinetoken.application, machinetoken.machine_id,
                machineresolver.name, machinetokenoptions.mt_key, machinetokenoptions.mt_value
            from machinetoken
            join token on token.id = machinetoken.token_id
            left join machineresolver on machineresolver.id = machinetoken.machineresolver_id
            left join machinetokenoptions on machinetokenoptions.machinetoken_id = machinetoken.id
            """;
    private static final String WANTED_OPTION =
            """
            exists (select 1 from machinetokenoptions wanted
                where wanted.machinetoken_id = machinetoken.id and wanted.mt_key = ?""";

    private final JdbcOperations jdbc;

    public MachineTokenQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public List<MachineTokenView> handle(ListMachineTokens query) {
        Conditions conditions = new Conditions().matches("token.serial", query.serial());
        addEqual(conditions, "machinetoken.application", query.application());
        addEqual(conditions, "machinetoken.machine_id", query.machineId());
        addEqual(conditions, "machineresolver.name", query.resolver());
        query.options().forEach((name, value) -> addOption(conditions, name, value));
        if (query.reach() != null) {
            conditions.and(ReachConditions.overTokens(query.reach(), "token.id"));
        }
        return found(conditions);
    }

    @QueryHandler
    public Optional<MachineTokenView> handle(FindMachineToken query) {
        return found(new Conditions().and("machinetoken.id = ?", query.number())).stream()
                .findFirst();
    }

    /** No machine token has a resolver that does not exist. */
    @QueryHandler
    public List<Integer> handle(FindMachineTokenIds query) {
        Conditions conditions = new Conditions()
                .and("token.serial = ?", query.serial())
                .and("machinetoken.application = ?", query.application());
        if (query.resolver() == null) {
            conditions.and("machinetoken.machineresolver_id is null");
        } else {
            conditions
                    .and("machineresolver.name = ?", query.resolver())
                    .and("machinetoken.machine_id = ?", query.machineId());
        }
        return found(conditions).stream().map(MachineTokenView::number).toList();
    }

    @QueryHandler
    public Optional<Integer> handle(FindMachineResolverId query) {
        return number("select id from machineresolver where name = ?", query.name());
    }

    @QueryHandler
    public Optional<Integer> handle(FindTokenId query) {
        return number("select id from token where serial = ?", query.serial());
    }

    private Optional<Integer> number(String sql, String name) {
        return jdbc.queryForList(sql, Integer.class, name).stream().findFirst();
    }

    private static void addEqual(Conditions conditions, String column, String wanted) {
        if (wanted != null) {
            conditions.and(column + " = ?", wanted);
        }
    }

    /** An exact value, or one with asterisks, which then cares for no case. */
    private static void addOption(Conditions conditions, String name, String value) {
        Conditions option = new Conditions();
        if (value.contains("*")) {
            option.matchesIgnoringCase("wanted.mt_value", value);
        } else {
            option.and("wanted.mt_value = ?", value);
        }
        List<Object> arguments = new ArrayList<>(List.of(name));
        arguments.addAll(List.of(option.arguments()));
        String rest = option.isEmpty() ? ")" : " and " + option.all() + ")";
        conditions.and(WANTED_OPTION + rest, arguments.toArray());
    }

    private List<MachineTokenView> found(Conditions conditions) {
        Map<Integer, MachineTokenView> byNumber = new LinkedHashMap<>();
        jdbc.query(
                SELECT + conditions.where() + " order by machinetoken.id, machinetokenoptions.mt_key",
                row -> {
                    MachineTokenView view = view(row);
                    MachineTokenView known =
                            Objects.requireNonNullElse(byNumber.putIfAbsent(view.number(), view), view);
                    if (row.getString(7) != null) {
                        known.options().put(row.getString(7), row.getString(8));
                    }
                },
                conditions.arguments());
        return List.copyOf(byNumber.values());
    }

    /** Its options are in this row and those that follow. */
    private static MachineTokenView view(ResultSet row) throws SQLException {
        return new MachineTokenView(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                new TreeMap<>());
    }
}
