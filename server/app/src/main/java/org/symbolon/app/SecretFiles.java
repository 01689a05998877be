package org.symbolon.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.store.database.FileTrouble;

/**
 * Takes secret settings from files, whose names stand in settings that end with {@code -file} ({@code _FILE} in the environment): an
 * environment can be read by whoever reads files of the process, and shows in listings of containers.
 */
final class SecretFiles implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final List<String> SECRETS = List.of("symbolon.secret-key", "spring.datasource.password");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        Map<String, Object> found = new HashMap<>();
        for (String secret : SECRETS) {
            String setting = secret + "-file";
            String file = environment.getProperty(setting, "");
            if (!file.isBlank()) {
                found.put(secret, read(setting, Path.of(file)));
            }
        }
        if (!found.isEmpty()) {
            environment.getPropertySources().addFirst(new MapPropertySource("secretFiles", found));
        }
    }

    /** Without the end of the line that editors add. */
    private static String read(String setting, Path file) {
        try {
            String secret = Files.readString(file).stripTrailing();
            if (secret.isEmpty()) {
                throw new CommandFailedException("the file %s, which %s names, is empty".formatted(file, setting));
            }
            return secret;
        } catch (CharacterCodingException binary) {
            throw new CommandFailedException("the file %s, which %s names, holds no text".formatted(file, setting));
        } catch (IOException unreadable) {
            throw new CommandFailedException(
                    "the file that %s names cannot be read: %s".formatted(setting, FileTrouble.reason(unreadable)));
        }
    }
}
