package org.symbolon.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Lets the log go to standard error, so that standard output holds only what a command answers. All else about the log is Spring
 * Boot's: levels, JSON, a file that is rotated.
 */
public final class StandardErrorLog implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final String CONSOLE = "CONSOLE";
    private static final String STANDARD_ERROR = "System.err";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext loggers) {
            redirect(loggers.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(CONSOLE));
        }
    }

    private static void redirect(Appender<ILoggingEvent> appender) {
        if (appender instanceof ConsoleAppender<ILoggingEvent> console && !STANDARD_ERROR.equals(console.getTarget())) {
            console.stop();
            console.setTarget(STANDARD_ERROR);
            console.start();
        }
    }

    /** Once the log has been set up, and before anybody writes into it. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }
}
