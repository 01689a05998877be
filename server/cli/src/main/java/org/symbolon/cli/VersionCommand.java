package org.symbolon.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.symbolon.cli.kernel.CommandFailedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says which Symbolon this is and what it runs on: the first line of every bug report. */
@Command(name = "version", description = "Show the version of Symbolon and of what it runs on.")
public final class VersionCommand implements Runnable, IVersionProvider {
    private static final String BUILD_INFORMATION = "/META-INF/build-info.properties";

    @Spec
    private CommandSpec specification;

    @Override
    public void run() {
        for (String line : getVersion()) {
            specification.commandLine().getOut().println(line);
        }
    }

    @Override
    public String[] getVersion() {
        String line = "Symbolon %s (Java %s, %s %s)"
                .formatted(
                        symbolonVersion(),
                        System.getProperty("java.version"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
        return new String[] {line};
    }

    /** The version of Symbolon alone. */
    public static String symbolonVersion() {
        Properties properties = new Properties();
        try (InputStream stream = VersionCommand.class.getResourceAsStream(BUILD_INFORMATION)) {
            if (stream != null) {
                properties.load(stream);
            }
        } catch (IOException e) {
            throw new CommandFailedException("the version cannot be read: " + e.getMessage());
        }
        return properties.getProperty("build.version", "development");
    }
}
