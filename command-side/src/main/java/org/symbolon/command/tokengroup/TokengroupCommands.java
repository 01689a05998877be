package org.symbolon.command.tokengroup;

import java.util.Objects;
import java.util.function.IntSupplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Existing;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.tokengroup.port.Tokengroups;

/** What administrators do to token groups. */
public class TokengroupCommands {

    private static final int STILL_IN_USE = 10;

    private final Repository<Tokengroup> tokengroups;
    private final Existing<Tokengroup> existing;
    private final Tokengroups known;
    private final IntSupplier nextNumber;

    public TokengroupCommands(Repository<Tokengroup> tokengroups, Tokengroups known, IntSupplier nextNumber) {
        this.tokengroups = tokengroups;
        this.existing = new Existing<>(tokengroups, Tokengroup::present, "Tokengroup");
        this.known = known;
        this.nextNumber = nextNumber;
    }

    /** The number of the group. */
    @CommandHandler
    public int handle(SaveTokengroup command) throws Exception {
        Limits.check("groupname", command.name(), Limits.nameAfter(Tokengroup.idOf("")));
        Limits.check("description", command.description(), Limits.SETTING_VALUE);
        Aggregate<Tokengroup> group = tokengroups.loadOrCreate(Tokengroup.idOf(command.name()), Tokengroup::new);
        if (group.invoke(Tokengroup::present)) {
            group.execute(found -> found.describe(command.description()));
        } else {
            int number = nextNumber.getAsInt();
            String description = Objects.requireNonNullElse(command.description(), "");
            group.execute(found -> found.create(command.name(), number, description));
        }
        return group.invoke(Tokengroup::number);
    }

    /** How many were deleted, which is one. */
    @CommandHandler
    public int handle(DeleteTokengroup command) {
        Aggregate<Tokengroup> group = existing.require(Tokengroup.idOf(command.name()));
        int tokens = known.tokensIn(command.name());
        if (tokens > 0) {
            throw Refusal.of(
                    STILL_IN_USE,
                    "The tokengroup with name " + command.name() + " still has " + tokens + " tokens assigned.");
        }
        group.execute(Tokengroup::delete);
        return 1;
    }
}
