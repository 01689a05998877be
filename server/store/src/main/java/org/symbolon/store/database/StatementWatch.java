package org.symbolon.store.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names statements that take long in the log: their text, which has places for parameters, and never the parameters. Of many only
 * some a minute are named, since a database that is slow is slow for everybody.
 */
public final class StatementWatch {

    private static final Logger LOG = LoggerFactory.getLogger(StatementWatch.class);
    private static final int MOST_CHARACTERS = 600;
    private static final int MOST_NAMED = 20;
    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();
    private static final Class<?>[] CONNECTION = {Connection.class};
    private static final Class<?>[] PREPARED = {PreparedStatement.class};
    private static final Class<?>[] PLAIN = {Statement.class};

    private final long mostNanos;
    private final LongSupplier nanoTime;
    private final AtomicLong slow = new AtomicLong();
    private final AtomicInteger named = new AtomicInteger();
    private final AtomicLong minute;
    private volatile Listener listener;

    /** Learns of every statement. */
    @FunctionalInterface
    public interface Listener {

        /** The statement, without parameters, has just ended on this thread, and took so long. */
        void executed(String sql, long nanos);
    }

    /**
     * @param most what takes longer is named; a time of zero is for none
     * @param nanoTime a clock that measures, in nanoseconds from anywhere
     */
    public StatementWatch(Duration most, LongSupplier nanoTime) {
        this.mostNanos = most.toNanos();
        this.nanoTime = nanoTime;
        this.minute = new AtomicLong(nanoTime.getAsLong());
    }

    /** How many took longer since the start. */
    public long slow() {
        return slow.get();
    }

    /** From now on tells of every statement. */
    public void tell(Listener interested) {
        listener = interested;
    }

    Connection over(Connection connection) {
        return mostNanos == 0 && listener == null
                ? connection
                : proxy(CONNECTION, new WatchedConnection(connection), Connection.class);
    }

    private static <T> T proxy(Class<?>[] types, InvocationHandler handler, Class<T> type) {
        return type.cast(Proxy.newProxyInstance(StatementWatch.class.getClassLoader(), types, handler));
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private final class WatchedConnection implements InvocationHandler {

        private final Connection connection;

        private WatchedConnection(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            Object result = StatementWatch.invoke(method, connection, arguments);
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "prepareStatement" ->
                    proxy(
                            PREPARED,
                            new WatchedStatement((Statement) result, (String) arguments[0]),
                            PreparedStatement.class);
                case "createStatement" -> proxy(PLAIN, new WatchedStatement((Statement) result, null), Statement.class);
                default -> result;
            };
        }
    }

    private final class WatchedStatement implements InvocationHandler {

        private final Statement statement;
        private final String prepared;

        private WatchedStatement(Statement statement, String prepared) {
            this.statement = statement;
            this.prepared = prepared;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (!method.getName().startsWith("execute")) {
                return StatementWatch.invoke(method, statement, arguments);
            }
            long began = nanoTime.getAsLong();
            try {
                return StatementWatch.invoke(method, statement, arguments);
            } finally {
                ended(prepared == null ? text(arguments) : prepared, nanoTime.getAsLong() - began);
            }
        }
    }

    private void ended(String sql, long taken) {
        if (mostNanos > 0 && taken > mostNanos) {
            warn(sql, taken);
        }
        Listener interested = listener;
        if (interested != null) {
            interested.executed(sql, taken);
        }
    }

    /** A batch of a statement that was not prepared says nothing of itself. */
    private static String text(Object[] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String sql ? sql : "a batch";
    }

    private void warn(String sql, long taken) {
        slow.incrementAndGet();
        if (isToBeNamed()) {
            String text = sql.strip().replaceAll("\\s+", " ");
            LOG.warn(
                    "A statement took {} ms: {}",
                    Duration.ofNanos(taken).toMillis(),
                    text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + " ..." : text);
        }
    }

    private boolean isToBeNamed() {
        long now = nanoTime.getAsLong();
        long began = minute.get();
        if (now - began >= MINUTE_NANOS && minute.compareAndSet(began, now)) {
            named.set(0);
        }
        return named.incrementAndGet() <= MOST_NAMED;
    }
}
