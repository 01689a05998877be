package org.symbolon.projections.config;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.JdbcOperations;

/** Holds the configuration in memory. Whoever learns of a change has it read again. */
public class ConfigurationViews {

    private final ConfigurationRows rows;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile ConfigurationView current = ConfigurationView.EMPTY;

    public ConfigurationViews(JdbcOperations jdbc) {
        this.rows = new ConfigurationRows(jdbc);
    }

    /** The configuration as it was read last; nothing before the first {@link #reload()}. */
    public ConfigurationView current() {
        return current;
    }

    /** Reads the configuration anew. One thread at a time does so, so that an older state never replaces a newer one. */
    public synchronized void reload() {
        current = rows.read();
        listeners.forEach(Runnable::run);
    }

    /** Has somebody told whenever the configuration was read anew. */
    public void whenChanged(Runnable listener) {
        listeners.add(listener);
    }
}
