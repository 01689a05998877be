package org.symbolon.app.maintenance;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.symbolon.cli.admin.Administrator;
import org.symbolon.cli.admin.Administrators;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.command.admin.AddAdmin;
import org.symbolon.command.admin.ChangeAdminEmail;
import org.symbolon.command.admin.ChangeAdminPassword;
import org.symbolon.command.admin.RemoveAdmin;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.PasswordHasher;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.events.shared.Secret;
import org.symbolon.query.admin.AdminView;
import org.symbolon.query.admin.ListAdmins;
import org.symbolon.query.sending.QueryDispatcher;

/** Keeps the local administrators by commands, so that their history is as whole as that of everything else. */
@Component
public class EventedAdministrators implements Administrators {

    private static final String ACTOR = "command line";

    private final CommandSender commands;
    private final PasswordHasher hasher;
    private final QueryDispatcher queries;

    public EventedAdministrators(CommandSender commands, PasswordHasher hasher, QueryDispatcher queries) {
        this.commands = commands;
        this.hasher = hasher;
        this.queries = queries;
    }

    @Override
    public void add(String name, String password, String email) {
        send(new AddAdmin(name, hasher.hash(Secret.of(password)), email));
    }

    @Override
    public List<Administrator> list() {
        return queries.list(new ListAdmins(), AdminView.class).stream()
                .map(admin -> new Administrator(admin.username(), Objects.requireNonNullElse(admin.email(), "")))
                .toList();
    }

    @Override
    public void changePassword(String name, String password) {
        send(new ChangeAdminPassword(name, hasher.hash(Secret.of(password))));
    }

    @Override
    public void changeEmail(String name, String email) {
        send(new ChangeAdminEmail(name, email));
    }

    @Override
    public void remove(String name) {
        send(new RemoveAdmin(name));
    }

    private void send(Object command) {
        try {
            commands.sendAs(ACTOR, command);
        } catch (Refusal refusal) {
            throw new CommandFailedException(refusal.getMessage());
        }
    }
}
