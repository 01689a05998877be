package org.symbolon.endtoend.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.symbolon.store.database.DatabaseAccess;

/**
 * Hands two nodes on one database, both in this process, to the test classes that ask what happens on both at once. The classes keep out of
 * each other's way as they do on a {@link SharedServer}. Nobody is slowed down for wrong answers, of which such tests give many.
 */
public final class TwoServers extends SharedWorld implements ParameterResolver {

    private static final String NO_BRAKE = "--symbolon.brake.account-failures=0";
    private static final String TASKS_AT_ONCE = "--symbolon.task-pause=500ms";
    private static final String NOTES = "--symbolon.test.notes=";
    private static final int COPIES = 4;

    private static Pair pair;

    /** The nodes, which are called as they are here, their database, and a folder for files that both read. */
    public record Pair(InProcessServer first, InProcessServer second, DatabaseAccess database, Path folder) {

        /** A realm with users of its own, as each class has one. */
        public Tenant tenant(String realm, int users) {
            try {
                return Tenant.create(first, realm, Files.createDirectories(folder.resolve(realm)), users);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        public List<InProcessServer> nodes() {
            return List.of(first, second);
        }

        /** Where the effects of tests come out. */
        public Path notes() {
            return folder.resolve("notes");
        }

        /** The administrator, on either. */
        public List<ApiClient> admins() {
            ApiClient admin = first.admin();
            return List.of(admin, admin.at(second.port()));
        }
    }

    /** What each of four requests is answered that come to both nodes at once. */
    public static <C, A> List<A> atOnce(List<C> clients, Function<C, A> request) {
        List<CompletableFuture<A>> answers = new ArrayList<>();
        for (int copy = 0; copy < COPIES; copy++) {
            C node = clients.get(copy % clients.size());
            answers.add(CompletableFuture.supplyAsync(() -> request.apply(node)));
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    @Override
    protected Runnable start(Path folder) {
        DatabaseAccess database = Installed.in(folder);
        InProcessServer first = node(folder, database, "first");
        InProcessServer second = node(folder, database, "second");
        pair = new Pair(first, second, database, folder);
        return () -> {
            second.close();
            first.close();
        };
    }

    private static InProcessServer node(Path folder, DatabaseAccess database, String name) {
        String notes = NOTES + folder.resolve("notes");
        return InProcessServer.start(folder, database, name, application -> {}, NO_BRAKE, TASKS_AT_ONCE, notes);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Pair.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return pair;
    }
}
