package org.symbolon.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.symbolon.store.database.Outage;
import org.symbolon.store.database.WatchedDataSource;

/**
 * Keeps out of the log what everybody who needs the database has to say while it is away: one line says that, and one that it is
 * back.
 */
public final class OutageSilence extends TurboFilter implements AutoCloseable {

    private static final List<String> NEED_THE_DATABASE = List.of(
            "com.zaxxer.hikari",
            "org.axonframework",
            "org.hibernate",
            "org.springframework.jdbc",
            "org.springframework.transaction",
            "org.symbolon.app.maintenance",
            "org.symbolon.projections",
            "org.symbolon.reactions",
            "org.symbolon.store.eventstore");

    private final WatchedDataSource source;
    private final LoggerContext loggers;

    private OutageSilence(WatchedDataSource source, LoggerContext loggers) {
        this.source = source;
        this.loggers = loggers;
    }

    /** Begins to keep silence, until it is closed. */
    public static OutageSilence about(WatchedDataSource source) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        LoggerContext loggers = (LoggerContext) factory;
        OutageSilence silence = new OutageSilence(source, loggers);
        silence.setContext(loggers);
        silence.start();
        loggers.addTurboFilter(silence);
        return silence;
    }

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable failure) {
        if (level.levelInt < Level.WARN_INT || !isConcerned(logger)) {
            return FilterReply.NEUTRAL;
        }
        return source.isAway() || Outage.isKnown(failure == null ? last(parameters) : failure)
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }

    /** A failure that comes behind the parameters is taken out of them only later. */
    private static Throwable last(Object[] parameters) {
        return parameters != null
                        && parameters.length > 0
                        && parameters[parameters.length - 1] instanceof Throwable failure
                ? failure
                : null;
    }

    private static boolean isConcerned(Logger logger) {
        return NEED_THE_DATABASE.stream().anyMatch(logger.getName()::startsWith);
    }

    @Override
    public void close() {
        loggers.getTurboFilterList().remove(this);
        stop();
    }
}
