package org.symbolon.store.readmodel;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.machine.port.MachineTokens;

/** Answers what decisions ask about tokens on machines, from the inline read model. */
@Component
public class MachineTokenLookups implements MachineTokens {

    private final JdbcOperations jdbc;

    public MachineTokenLookups(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public OptionalInt resolverNumber(String name) {
        return jdbc.queryForList("select id from machineresolver where name = ?", Integer.class, name).stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    @Override
    public Optional<Known> find(String serial, int number) {
        List<String> applications = jdbc.queryForList(
                """
                select machinetoken.application from machinetoken
                join token on token.id = machinetoken.token_id where machinetoken.id = ? and token.serial = ?
                """,
                String.class,
                number,
                serial);
        return applications.stream().findFirst().map(application -> new Known(application, optionKeys(number)));
    }

    private Set<String> optionKeys(int number) {
        return new HashSet<>(jdbc.queryForList(
                "select mt_key from machinetokenoptions where machinetoken_id = ?", String.class, number));
    }
}
