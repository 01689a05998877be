package org.symbolon.api.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.stereotype.Component;
import org.symbolon.command.resolver.ResolverCommands;

/** The settings with which this server was started, without what is secret among them. */
@Component
public final class ServerSettings {

    private static final String PREFIX = "symbolon.";
    private static final Pattern SECRET = Pattern.compile("(?i).*(secret|password|pepper|key|token|credential).*");

    private final ConfigurableEnvironment environment;

    public ServerSettings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** By their names; environment variables count under the names of the properties that they set. */
    Map<String, String> shown() {
        Map<String, String> shown = new TreeMap<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> known) {
                List.of(known.getPropertyNames()).forEach(name -> put(shown, name));
            }
        }
        return shown;
    }

    private void put(Map<String, String> shown, String name) {
        boolean isVariable = name.startsWith("SYMBOLON_");
        if (!isVariable && !name.startsWith(PREFIX)) {
            return;
        }
        String value = environment.getProperty(name, "");
        shown.put(name, SECRET.matcher(name).matches() ? ResolverCommands.CENSORED : value);
    }
}
