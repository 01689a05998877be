package org.symbolon.command.tokengroup;

import org.axonframework.commandhandling.CommandHandler;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.tokengroup.port.Tokengroups;
import org.symbolon.events.definition.Description;

/** What administrators do to token groups. */
public class TokengroupCommands {

    private static final int STILL_IN_USE = 10;

    private final Definitions<Tokengroup, Description> groups;
    private final Tokengroups known;

    public TokengroupCommands(Definitions<Tokengroup, Description> groups, Tokengroups known) {
        this.groups = groups;
        this.known = known;
    }

    /** The number of the group. */
    @CommandHandler
    public int handle(SaveTokengroup command) throws Exception {
        groups.checkName("groupname", command.name());
        Limits.check("description", command.description(), Limits.SETTING_VALUE);
        return groups.save(command.name(), before -> Description.after(before, command.description()));
    }

    /** How many were deleted, which is one. */
    @CommandHandler
    public int handle(DeleteTokengroup command) {
        groups.delete(command.name(), settings -> refuseWhereTokensAreIn(command.name()));
        return 1;
    }

    private void refuseWhereTokensAreIn(String group) {
        int tokens = known.tokensIn(group);
        if (tokens > 0) {
            throw Refusal.of(
                    STILL_IN_USE, "The tokengroup with name " + group + " still has " + tokens + " tokens assigned.");
        }
    }
}
