package org.symbolon.store.readmodel;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.user.port.PasswordResets;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.user.ListPasswordResets;
import org.symbolon.query.user.PasswordResetView;

/** Answers what decisions ask about recovery codes, from the inline read model. */
@Component
public class PasswordResetLookups implements PasswordResets {

    private final JdbcOperations jdbc;
    private final QueryDispatcher queries;
    private final IntSupplier numbers;

    public PasswordResetLookups(JdbcOperations jdbc, QueryDispatcher queries, Numbers numbers) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.numbers = numbers.from("pwreset_seq");
    }

    @Override
    public List<Pending> pending(String username, String realm) {
        return queries.list(new ListPasswordResets(username, realm), PasswordResetView.class).stream()
                .map(view -> new Pending(view.number(), view.codeHash()))
                .toList();
    }

    @Override
    public List<Integer> expired(Instant now) {
        return jdbc.queryForList(
                "select id from passwordreset where expiration < ? order by id",
                Integer.class,
                LocalDateTime.ofInstant(now, ZoneOffset.UTC));
    }

    @Override
    public int nextNumber() {
        return numbers.getAsInt();
    }
}
