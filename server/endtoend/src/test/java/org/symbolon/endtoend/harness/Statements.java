package org.symbolon.endtoend.harness;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes every statement that a server sends to its database. */
public final class Statements {

    private final Queue<String> noted = new ConcurrentLinkedQueue<>();

    /** From now on those of a server that is about to start. */
    public void listenTo(SpringApplication application) {
        application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new Noting(source) : bean;
            }
        }));
    }

    public void forget() {
        noted.clear();
    }

    public List<String> all() {
        return List.copyOf(noted);
    }

    /** Those that read or write one of these tables. */
    public List<String> on(List<String> tables) {
        String pattern = "(?s).*\\b(from|join|into|update)\\s+(rm[.])?(" + String.join("|", tables) + ")\\b.*";
        return noted.stream().filter(sql -> sql.matches(pattern)).toList();
    }

    private final class Noting extends DelegatingDataSource {

        private Noting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return noting(Connection.class, super.getConnection());
        }
    }

    private <T> T noting(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (given != null
                            && given.length > 0
                            && given[0] instanceof String text
                            && isSql(method.getName())) {
                        noted.add(text);
                    }
                    try {
                        Object result = method.invoke(target, given);
                        return result instanceof Statement plain
                                        && method.getName().equals("createStatement")
                                ? noting(Statement.class, plain)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static boolean isSql(String method) {
        return method.startsWith("prepare") || method.startsWith("execute") || method.equals("addBatch");
    }
}
