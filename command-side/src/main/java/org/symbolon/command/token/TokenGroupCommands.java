package org.symbolon.command.token;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokengroup.port.Tokengroups;

/**
 * Puts tokens into groups. Who is in which group is asked of the read model and not of the token, for a group that goes
 * takes its members with it without a word to the tokens.
 */
public class TokenGroupCommands {

    private static final int MOST_GROUPS = 1000;

    private final Tokens tokens;
    private final Tokengroups groups;

    public TokenGroupCommands(Tokens tokens, Tokengroups groups) {
        this.tokens = tokens;
        this.groups = groups;
    }

    /** A token that is in the group already is refused with the same words as an unknown group: clients know it so, and no others want it. */
    @CommandHandler
    public int handle(JoinTokenGroup command) {
        Aggregate<Token> token = tokens.load(command.serial());
        boolean isMember = groups.hasMember(command.group(), command.serial());
        if (!groups.exists(command.group()) || (isMember && !command.evenIfMember())) {
            throw noSuchGroup();
        }
        if (isMember) {
            return 1;
        }
        token.execute(found -> found.joinGroup(command.group()));
        return 1;
    }

    @CommandHandler
    public int handle(LeaveTokenGroup command) {
        Aggregate<Token> token = tokens.load(command.serial());
        if (!groups.exists(command.group())) {
            throw noSuchGroup();
        }
        if (groups.hasMember(command.group(), command.serial())) {
            token.execute(found -> found.leaveGroup(command.group()));
        }
        return 1;
    }

    @CommandHandler
    public int handle(ReplaceTokenGroups command) {
        Aggregate<Token> token = tokens.load(command.serial());
        List<String> known =
                command.groups().stream().distinct().filter(groups::exists).toList();
        if (known.size() > MOST_GROUPS) {
            throw Refusal.parameter("A token can be in " + MOST_GROUPS + " groups at most");
        }
        token.execute(found -> found.replaceGroups(known));
        return 1;
    }

    private static Refusal noSuchGroup() {
        return Refusal.notFound("The tokengroup does not exist.");
    }
}
