package org.symbolon.store.readmodel;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.machine.port.MachineSource;
import org.symbolon.command.machine.port.MachineSources;
import org.symbolon.projections.shared.StoredEntry;

/** Answers what is asked about machine resolvers, from the inline read model. */
@Component
public class MachineResolverLookups implements MachineSources {

    private final JdbcOperations jdbc;

    public MachineResolverLookups(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** They come in the order of their names. */
    @Override
    public List<MachineSource> all() {
        Map<String, MachineSource> byName = new LinkedHashMap<>();
        jdbc.query(
                """
                select r.name, r.rtype, c."Key", c."Value", c."Type", c."Description", c.data_key
                from machineresolver r left join machineresolverconfig c on c.resolver_id = r.id order by r.name
                """,
                row -> {
                    String name = row.getString("name");
                    MachineSource source = byName.get(name);
                    if (source == null) {
                        source = new MachineSource(name, row.getString("rtype"), new HashMap<>());
                        byName.put(name, source);
                    }
                    if (row.getString("Key") != null) {
                        source.entries().put(row.getString("Key"), StoredEntry.read(row));
                    }
                });
        return List.copyOf(byName.values());
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
