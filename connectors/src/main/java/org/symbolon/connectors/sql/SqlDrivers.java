package org.symbolon.connectors.sql;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds drivers. Those that are not a part of Symbolon lie in a folder that only the operator of the server writes to. A driver is loaded when
 * it is first asked for, since some take their time.
 */
final class SqlDrivers {

    /** SQL state of a question that the program itself cannot put. */
    static final String UNASKABLE = "SYM01";

    private final Path folder;
    private final Map<String, Driver> loaded = new ConcurrentHashMap<>();

    SqlDrivers(Path folder) {
        this.folder = folder;
    }

    /** A driver of this class that is a part of Symbolon. */
    Driver withinTheProgram(String driver) throws SQLException {
        return found(
                driver,
                () -> made(driver, SqlDrivers.class.getClassLoader()),
                "cannot be asked: its driver is missing");
    }

    /**
     * A driver of this class, in one of the jars whose names begin like that.
     *
     * @throws SQLException with the state {@link #UNASKABLE} if there is none
     */
    Driver besideTheProgram(String driver, String beginning) throws SQLException {
        return found(
                driver,
                () -> made(driver, loader(jars(beginning))),
                "cannot be asked: its driver, a jar whose name begins with " + beginning + ", is not in " + folder);
    }

    /** Makes a driver. */
    @FunctionalInterface
    private interface Making {
        Driver make() throws ReflectiveOperationException, IOException;
    }

    private Driver found(String driver, Making making, String otherwise) throws SQLException {
        Driver known = loaded.get(driver);
        if (known != null) {
            return known;
        }
        try {
            Driver made = making.make();
            Driver other = loaded.putIfAbsent(driver, made);
            return other == null ? made : other;
        } catch (ReflectiveOperationException | LinkageError | ClassCastException | IOException missing) {
            throw new SQLException(otherwise, UNASKABLE);
        }
    }

    private static Driver made(String driver, ClassLoader loader) throws ReflectiveOperationException {
        return Class.forName(driver, true, loader)
                .asSubclass(Driver.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    /** It stays open as long as the driver is used, which is until the end. */
    private static ClassLoader loader(List<URL> jars) {
        return new URLClassLoader("sql-drivers", jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private List<URL> jars(String beginning) throws IOException {
        List<URL> jars = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, beginning + "*.jar")) {
                for (Path jar : found) {
                    jars.add(jar.toUri().toURL());
                }
            }
        }
        return jars;
    }
}
