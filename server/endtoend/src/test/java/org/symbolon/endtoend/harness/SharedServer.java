package org.symbolon.endtoend.harness;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands one server to all test classes that ask for one, since a start takes longer than most of their tests. They keep out
 * of each other's way: each has users, realms and serials of its own, and restores the settings that it changes. A class
 * can also have a folder for its files, which stays as long as the server, since resolvers go on looking at them.
 */
public final class SharedServer implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == InProcessServer.class || type == Path.class;
    }

    /** The store closes it when all tests of this process are over. Surefire has each class run by itself, so that the root is no more than a class. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        LastingServer running = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent(LastingServer.class, key -> LastingServer.start(), LastingServer.class);
        return parameter.getParameter().getType() == Path.class
                ? running.folderOf(context.getRequiredTestClass())
                : running.server();
    }
}
