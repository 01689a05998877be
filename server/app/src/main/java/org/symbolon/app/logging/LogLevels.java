package org.symbolon.app.logging;

import java.util.HashSet;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.stereotype.Component;
import org.symbolon.api.config.LogLevelEndpoint;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.projections.config.ConfigurationViews;

/** Has this node's log follow the settings of the system, whichever node they were changed on. */
@Component
@ConditionalOnWebApplication
public final class LogLevels {

    private static final String OURS = "org.symbolon";

    private final ConfigurationViews views;
    private final LoggingSystem logging;
    private final Set<String> changed = new HashSet<>();

    public LogLevels(ConfigurationViews views, LoggingSystem logging) {
        this.views = views;
        this.logging = logging;
        views.whenChanged(this::follow);
    }

    /** Called by one thread at a time. What somebody has stored in another way and makes no sense counts for nothing. */
    private void follow() {
        Set<String> usual = new HashSet<>(changed);
        views.current().settings().forEach((key, entry) -> {
            if (isLevel(key, entry)) {
                String part = logger(key.substring(LogLevelEndpoint.PREFIX.length()));
                logging.setLogLevel(part, LogLevel.valueOf(entry.value()));
                changed.add(part);
                usual.remove(part);
            }
        });
        usual.forEach(part -> logging.setLogLevel(part, null));
        changed.removeAll(usual);
    }

    private static String logger(String part) {
        return part.equals(LogLevelEndpoint.ALL) ? OURS : OURS + "." + part;
    }

    private static boolean isLevel(String key, ConfigEntry entry) {
        return key.startsWith(LogLevelEndpoint.PREFIX)
                && LogLevelEndpoint.PART
                        .matcher(key.substring(LogLevelEndpoint.PREFIX.length()))
                        .matches()
                && LogLevelEndpoint.LEVELS.contains(String.valueOf(entry.value()));
    }
}
