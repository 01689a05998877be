package org.symbolon.command.machine.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.symbolon.command.error.Refusal;

/** All machine applications by name. A new one is added here. */
public final class MachineApplications {

    private final Map<String, MachineApplication> byName = new TreeMap<>();

    public MachineApplications(Collection<? extends MachineApplication> applications) {
        applications.forEach(application -> byName.put(application.name(), application));
    }

    /** The applications that Symbolon brings. */
    public static MachineApplications all() {
        return new MachineApplications(List.of(new SshApplication(), new LuksApplication(), new OfflineApplication()));
    }

    public Collection<MachineApplication> applications() {
        return byName.values();
    }

    public Optional<MachineApplication> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The application of exactly this name.
     *
     * @throws Refusal 905 if there is none
     */
    public MachineApplication require(String name) {
        return find(name).orElseThrow(() -> Refusal.parameter("Unknown application: '" + name + "'"));
    }
}
