package org.symbolon.server.readmodel;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.machineresolver.port.MachineResolvers;

/** Answers what decisions ask about machine resolvers, from the inline read model. */
public class MachineResolverLookups implements MachineResolvers {

    private final JdbcOperations jdbc;

    public MachineResolverLookups(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> storedName(String name) {
        return jdbc
                .queryForList(
                        "select name from machineresolver where lower(name) = lower(?) order by name",
                        String.class,
                        name)
                .stream()
                .findFirst();
    }
}
