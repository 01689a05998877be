package org.symbolon.endtoend.operations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.symbolon.endtoend.harness.Databases;
import org.symbolon.endtoend.harness.PostgresProcesses;
import org.symbolon.endtoend.harness.ServerProcess;
import org.symbolon.endtoend.harness.SmallDisk;
import org.symbolon.store.database.DatabaseAccess;
import org.symbolon.store.database.EmbeddedDatabase;

/** Servers and their database in one folder, where faults befall them. */
abstract sealed class Installation implements AutoCloseable {

    /** Clients send wrong values without end here, which is not what is tested. */
    private static final Map<String, String> SETTINGS =
            Map.of("SYMBOLON_BRAKE_ACCOUNT_FAILURES", "0", "SYMBOLON_BRAKE_ADDRESS_FAILURES", "0");

    static final String ADMIN = "admin";
    static final String PASSWORD = "Admin-Secret-7";

    private final SmallDisk disk;
    private final List<ServerProcess> servers = new ArrayList<>();
    private volatile List<Integer> ports = List.of();

    private Installation(SmallDisk disk) {
        this.disk = disk;
    }

    /** One server that has its database itself, on the disk at the folder, if it is one of its own. */
    static Installation ofOneNode(Path folder, SmallDisk disk) {
        OneNode made = new OneNode(folder.resolve("data"), disk);
        made.addNode();
        ServerProcess.addAdmin(made.data, ADMIN, PASSWORD);
        return made;
    }

    /** Two servers on a database that runs beside them. */
    static Installation ofTwoNodes(Path folder, SmallDisk disk) {
        TwoNodes made = new TwoNodes(folder, disk);
        made.addNode();
        ServerProcess.addAdmin(made.data(0), ADMIN, PASSWORD, made.access());
        ServerProcess.copyKey(made.data(0), made.data(1));
        made.addNode();
        return made;
    }

    private static final class OneNode extends Installation {

        private final Path data;

        private OneNode(Path data, SmallDisk disk) {
            super(disk);
            this.data = data;
        }

        @Override
        ServerProcess started(int number) {
            return ServerProcess.start(data, SETTINGS);
        }

        @Override
        Path data(int number) {
            return data;
        }

        @Override
        Path databaseData() {
            return data;
        }

        @Override
        DatabaseAccess access() {
            return Databases.runningOn(data);
        }
    }

    private static final class TwoNodes extends Installation {

        private final Path folder;
        private final EmbeddedDatabase running;

        private TwoNodes(Path folder, SmallDisk disk) {
            super(disk);
            this.folder = folder;
            this.running = Databases.start(folder.resolve("database"));
        }

        @Override
        ServerProcess started(int number) {
            return ServerProcess.start(data(number), "node" + number, running.access(), SETTINGS);
        }

        @Override
        Path data(int number) {
            return folder.resolve("node" + number);
        }

        @Override
        Path databaseData() {
            return folder.resolve("database");
        }

        @Override
        DatabaseAccess access() {
            return running.access();
        }

        @Override
        public void close() {
            super.close();
            running.close();
        }
    }

    abstract ServerProcess started(int number);

    /** The data directory of a server. */
    abstract Path data(int number);

    abstract Path databaseData();

    abstract DatabaseAccess access();

    final void addNode() {
        servers.add(started(servers.size()));
        portsChanged();
    }

    private void portsChanged() {
        ports = servers.stream().map(ServerProcess::port).toList();
    }

    /** Where clients may ask; some of them may be down. */
    final List<Integer> ports() {
        return ports;
    }

    final int nodes() {
        return servers.size();
    }

    final ServerProcess server(int number) {
        return servers.get(number);
    }

    final PostgresProcesses database() {
        return new PostgresProcesses(databaseData());
    }

    final boolean hasDiskOfItsOwn() {
        return disk != null;
    }

    final SmallDisk disk() {
        return disk;
    }

    /** As whatever supervises them does. */
    final void startWhatIsDown() {
        for (int number = 0; number < servers.size(); number++) {
            if (!servers.get(number).isAlive()) {
                servers.set(number, started(number));
                portsChanged();
            }
        }
    }

    final void stopAll() {
        servers.stream().filter(ServerProcess::isAlive).forEach(ServerProcess::close);
    }

    @Override
    public void close() {
        stopAll();
    }
}
