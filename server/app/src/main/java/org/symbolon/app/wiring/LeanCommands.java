package org.symbolon.app.wiring;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.web.context.ConfigurableWebEnvironment;

/** Keeps from the command line what Spring Boot sets up for servers, which takes more memory and time than what most commands do. */
final class LeanCommands implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String BOOT = "org.springframework.boot.";
    private static final List<String> OF_SERVERS =
            List.of(BOOT + "servlet.", BOOT + "task.", BOOT + "tomcat.", BOOT + "validation.");

    private boolean command;

    @Override
    public void setEnvironment(Environment environment) {
        command = !(environment instanceof ConfigurableWebEnvironment);
    }

    @Override
    public boolean[] match(String[] configurations, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[configurations.length];
        for (int index = 0; index < configurations.length; index++) {
            wanted[index] = !command || isWantedByCommands(configurations[index]);
        }
        return wanted;
    }

    /** Those that are out already are null. */
    private static boolean isWantedByCommands(String configuration) {
        return configuration == null || OF_SERVERS.stream().noneMatch(configuration::startsWith);
    }
}
