package org.symbolon.command.admin;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;

/** What is done to local administrators. */
public class AdminCommands {

    private final Repository<Admin> admins;

    public AdminCommands(Repository<Admin> admins) {
        this.admins = admins;
    }

    @CommandHandler
    public void handle(AddAdmin command) throws Exception {
        if (command.username().isBlank()) {
            throw Refusal.parameter("The name of an administrator must not be empty");
        }
        Limits.check("username", command.username(), Limits.ADMIN_NAME);
        Limits.check("email", command.email(), Limits.EMAIL);
        admins.loadOrCreate(Admin.idOf(command.username()), Admin::new)
                .execute(admin -> admin.add(command.username(), command.passwordHash(), command.email()));
    }

    @CommandHandler
    public void handle(ChangeAdminPassword command) {
        load(command.username()).execute(admin -> admin.changePassword(command.passwordHash()));
    }

    @CommandHandler
    public void handle(ChangeAdminEmail command) {
        Limits.check("email", command.email(), Limits.EMAIL);
        load(command.username()).execute(admin -> admin.changeEmail(command.email()));
    }

    @CommandHandler
    public void handle(RemoveAdmin command) {
        load(command.username()).execute(Admin::remove);
    }

    private Aggregate<Admin> load(String username) {
        try {
            Aggregate<Admin> admin = admins.load(Admin.idOf(username));
            if (admin.invoke(Admin::present)) {
                return admin;
            }
        } catch (AggregateNotFoundException e) {
            // answered below, as for one who was removed
        }
        throw Refusal.notFound("The administrator " + username + " does not exist.");
    }
}
