package org.symbolon.store.readmodel;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.tokengroup.port.Tokengroups;

/** Answers what decisions ask about token groups, from the inline read model. */
@Component
public class TokengroupLookups implements Tokengroups {

    private final JdbcOperations jdbc;

    public TokengroupLookups(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean exists(String group) {
        return count("select count(*) from tokengroup where name = ?", group) > 0;
    }

    @Override
    public int tokensIn(String group) {
        return count(
                """
                select count(*) from tokentokengroup
                join tokengroup on tokengroup.id = tokentokengroup.tokengroup_id where tokengroup.name = ?
                """,
                group);
    }

    @Override
    public boolean hasMember(String group, String serial) {
        return count(
                        """
                        select count(*) from tokentokengroup
                        join tokengroup on tokengroup.id = tokentokengroup.tokengroup_id
                        join token on token.id = tokentokengroup.token_id
                        where tokengroup.name = ? and token.serial = ?
                        """,
                        group,
                        serial)
                > 0;
    }

    private int count(String query, Object... arguments) {
        Integer count = jdbc.queryForObject(query, Integer.class, arguments);
        return count == null ? 0 : count;
    }
}
