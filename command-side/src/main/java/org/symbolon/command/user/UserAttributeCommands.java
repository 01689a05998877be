package org.symbolon.command.user;

import java.util.function.IntSupplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.user.UserKey;

/** What is done to custom attributes of users. Who may do it was decided before. */
public class UserAttributeCommands {

    private static final int USER_ID = 320;
    private static final int KEY = 255;
    private static final int TYPE = 100;

    private final Repository<UserAttributes> attributes;
    private final IntSupplier nextNumber;

    public UserAttributeCommands(Repository<UserAttributes> attributes, IntSupplier nextNumber) {
        this.attributes = attributes;
        this.nextNumber = nextNumber;
    }

    /** The number of the attribute. */
    @CommandHandler
    public int handle(SetUserAttribute command) throws Exception {
        UserKey user = command.user();
        if (command.key().isEmpty()) {
            throw Refusal.parameter("Parameter 'key' must not be empty");
        }
        Limits.check("user", user.userId(), USER_ID);
        Limits.check("key", command.key(), KEY);
        Limits.check("type", command.type(), TYPE);
        Aggregate<UserAttributes> found = attributes.loadOrCreate(UserAttributes.idOf(user), UserAttributes::new);
        found.execute(all -> all.set(user, command.key(), command.value(), command.type(), nextNumber));
        return found.invoke(all -> all.number(command.key()));
    }

    /** How many were deleted, which is one or none. */
    @CommandHandler
    public int handle(DeleteUserAttribute command) {
        UserKey user = command.user();
        try {
            return attributes.load(UserAttributes.idOf(user)).invoke(all -> all.delete(user, command.key()));
        } catch (AggregateNotFoundException e) {
            return 0;
        }
    }
}
