package org.symbolon.server.command;

import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.admin.AddAdmin;
import org.symbolon.command.admin.ChangeAdminPassword;
import org.symbolon.command.admin.RemoveAdmin;
import org.symbolon.command.secret.PasswordHasher;
import org.symbolon.command.secret.Secret;
import org.symbolon.server.cli.Administrator;
import org.symbolon.server.cli.Administrators;
import org.symbolon.server.cli.CommandFailedException;
import org.symbolon.server.http.ApiException;

/** Keeps the local administrators by commands, so that their history is as whole as that of everything else. */
public class EventedAdministrators implements Administrators {

    private static final String ACTOR = "command line";

    private final CommandDispatcher commands;
    private final PasswordHasher hasher;
    private final JdbcOperations jdbc;

    public EventedAdministrators(CommandDispatcher commands, PasswordHasher hasher, JdbcOperations jdbc) {
        this.commands = commands;
        this.hasher = hasher;
        this.jdbc = jdbc;
    }

    @Override
    public void add(String name, String password, String email) {
        send(new AddAdmin(name, hasher.hash(Secret.of(password)), email));
    }

    @Override
    public List<Administrator> list() {
        return jdbc.query(
                "select username, coalesce(email, '') from admin order by username",
                (row, number) -> new Administrator(row.getString(1), row.getString(2)));
    }

    @Override
    public void changePassword(String name, String password) {
        send(new ChangeAdminPassword(name, hasher.hash(Secret.of(password))));
    }

    @Override
    public void remove(String name) {
        send(new RemoveAdmin(name));
    }

    private void send(Object command) {
        try {
            commands.sendAs(ACTOR, command);
        } catch (ApiException refusal) {
            throw new CommandFailedException(refusal.getMessage());
        }
    }
}
