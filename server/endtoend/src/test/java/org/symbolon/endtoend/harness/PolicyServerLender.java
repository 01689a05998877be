package org.symbolon.endtoend.harness;

import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Lends one server to the classes that have policies for everybody, one after the other. Each finds the realm with users of its
 * own and all rights given, and nothing of what the policies and settings of the last one said. Serials are for all.
 */
public final class PolicyServerLender implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(PolicyServerLender.class);
    private static final int USERS = 40;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PolicyServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent(Running.class, key -> new Running(), Running.class)
                .lentTo(context.getRequiredTestClass());
    }

    /** The store closes it when all tests of this process are over. */
    private static final class Running implements AutoCloseable {

        private final LastingServer server = LastingServer.start("--symbolon.brake.account-failures=0");
        private Class<?> borrower;
        private PolicyServer lent;

        private PolicyServer lentTo(Class<?> tests) {
            if (tests == borrower) {
                return lent;
            }
            if (lent != null) {
                lent.clear();
            }
            borrower = tests;
            lent = PolicyServer.on(server.server(), tests.getSimpleName(), server.folderOf(tests), USERS);
            return lent;
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
