package org.symbolon.query.effect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.shared.TrailingModels;

/** Answers what has become of what decisions cause outside. */
public class EffectQueries {

    private static final int MOST = 1000;

    private final JdbcOperations jdbc;
    private final TrailingModels trailing;

    public EffectQueries(JdbcOperations jdbc, TrailingModels trailing) {
        this.jdbc = jdbc;
        this.trailing = trailing;
    }

    /** The newest first. */
    @QueryHandler
    public List<FailedEffect> handle(ListHandlerFailures query) {
        trailing.await();
        return jdbc.query(
                "select * from effect where handler = ? and reason is not null and state <> 'carried out'"
                        + " order by id desc limit ?",
                (row, number) -> read(row),
                query.handlerId(),
                MOST);
    }

    private static FailedEffect read(ResultSet row) throws SQLException {
        return new FailedEffect(
                row.getString("effect_id"),
                row.getString("kind"),
                row.getString("state"),
                row.getInt("attempts"),
                row.getString("reason"),
                row.getObject("next_attempt", LocalDateTime.class),
                row.getObject("planned", LocalDateTime.class),
                row.getString("serial"));
    }
}
