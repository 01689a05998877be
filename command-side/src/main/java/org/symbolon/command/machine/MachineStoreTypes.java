package org.symbolon.command.machine;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.machine.port.MachineStoreType;

/** The kinds of machine stores that machine resolvers can be made of. */
public final class MachineStoreTypes {

    private final Map<String, MachineStoreType> byName = new TreeMap<>();

    public MachineStoreTypes(Collection<? extends MachineStoreType> types) {
        types.forEach(type -> byName.put(type.name(), type));
    }

    /**
     * The type of this name.
     *
     * @throws Refusal 905 if there is none
     */
    public MachineStoreType require(String name) {
        MachineStoreType type = byName.get(name);
        if (type == null) {
            throw Refusal.parameter("Unknown machine resolver type: '" + name + "'");
        }
        return type;
    }
}
