package org.symbolon.api.kernel.servlet;

import java.nio.file.Path;
import org.apache.catalina.valves.AccessLogValve;
import org.apache.catalina.valves.JsonAccessLogValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Writes a line for each request into a file a day, if a directory for them is set. What was asked for stands there as the route, since
 * paths and queries can hold one-time values and names.
 */
@Component
final class AccessLog implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private enum Format {
        TEXT,
        JSON
    }

    /** Address, time, route, protocol, status, bytes, milliseconds, id. */
    private static final String PATTERN = "%a %{yyyy-MM-dd'T'HH:mm:ss.SSSXXX}t \"%{" + RequestMarks.ACTION
            + "}r\" %s %b %{ms}T %{" + RequestMarks.ID + "}r";

    private final String directory;
    private final Format format;
    private final int days;

    /**
     * @param directory where the files lie; empty for none
     * @param days for how long they are kept
     */
    AccessLog(
            @Value("${symbolon.access-log.directory:}") String directory,
            @Value("${symbolon.access-log.format:text}") Format format,
            @Value("${symbolon.access-log.days:30}") int days) {
        this.directory = directory;
        this.format = format;
        this.days = days;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (directory.isBlank()) {
            return;
        }
        AccessLogValve log = format == Format.JSON ? new JsonAccessLogValve() : new AccessLogValve();
        log.setDirectory(Path.of(directory).toAbsolutePath().normalize().toString());
        log.setPrefix("access.");
        log.setSuffix(".log");
        log.setPattern(PATTERN);
        log.setMaxDays(days);
        log.setAsyncSupported(true);
        factory.addEngineValves(log);
    }
}
