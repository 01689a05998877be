package org.symbolon.store.readmodel;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.remoteserver.port.RemotePaths;
import org.symbolon.command.remoteserver.port.RemotePeer;
import org.symbolon.command.remoteserver.port.RemoteServers;

/** Finds other servers of this kind in the inline read model. */
@Component
public class RemoteServerLookups implements RemoteServers, RemotePaths {

    private static final String NUMBER = "[0-9]{1,9}";

    private final JdbcOperations jdbc;

    public RemoteServerLookups(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<RemotePeer> find(String numberOrName) {
        return find(numberOrName, RemotePeer.CHECK);
    }

    @Override
    public Optional<RemotePeer> find(String numberOrName, String path) {
        Optional<RemotePeer> numbered =
                numberOrName.matches(NUMBER) ? found("id = ?", Integer.valueOf(numberOrName), path) : Optional.empty();
        return numbered.or(() -> found("identifier = ?", numberOrName, path));
    }

    private Optional<RemotePeer> found(String condition, Object value, String path) {
        return jdbc
                .query(
                        "select url, tls from edumfaserver where " + condition,
                        (row, number) -> RemotePeer.at(row.getString("url"), path, row.getBoolean("tls")),
                        value)
                .stream()
                .findFirst();
    }
}
