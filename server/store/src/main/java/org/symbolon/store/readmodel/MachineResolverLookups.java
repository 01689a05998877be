package org.symbolon.store.readmodel;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Answers what decisions ask about machine resolvers, from the inline read model. */
@Component
public class MachineResolverLookups {

    private final JdbcOperations jdbc;

    public MachineResolverLookups(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The name as it is stored, whatever the case of the one given, which it is where there is none. */
    public String storedName(String name) {
        return jdbc
                .queryForList(
                        "select name from machineresolver where lower(name) = lower(?) order by name",
                        String.class,
                        name)
                .stream()
                .findFirst()
                .orElse(name);
    }
}
