package org.symbolon.command.user;

import java.time.Clock;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.user.port.PasswordResets;
import org.symbolon.events.user.RecoveryCodeIssued;

/** What becomes of recovery codes. */
public class PasswordResetCommands {

    private static final int NAME = 64;

    private final Repository<PasswordReset> resets;
    private final PasswordResets known;
    private final Clock clock;

    public PasswordResetCommands(Repository<PasswordReset> resets, PasswordResets known, Clock clock) {
        this.resets = resets;
        this.known = known;
        this.clock = clock;
    }

    /** The number of the code. */
    @CommandHandler
    public int handle(IssueRecoveryCode command) throws Exception {
        Limits.check("user", command.username(), NAME);
        Limits.check("realm", command.realm(), NAME);
        Limits.check("resolver", command.resolver(), NAME);
        Limits.check("email", command.email(), Limits.EMAIL);
        int number = known.nextNumber();
        RecoveryCodeIssued issued = new RecoveryCodeIssued(
                number,
                command.codeHash(),
                command.username(),
                command.realm(),
                command.resolver(),
                command.email(),
                clock.instant().plus(command.validity()));
        resets.loadOrCreate(PasswordReset.idOf(number), PasswordReset::new).execute(reset -> reset.issue(issued));
        return number;
    }

    /** Whether any of the codes was still there. Loading locks: everybody takes codes in the order of their numbers. */
    @CommandHandler
    public boolean handle(UseRecoveryCodes command) {
        Instant now = clock.instant();
        SortedSet<Integer> numbers = new TreeSet<>(known.expired(now));
        numbers.addAll(command.matching());
        boolean used = false;
        for (int number : numbers) {
            Aggregate<PasswordReset> reset = resets.load(PasswordReset.idOf(number));
            if (command.matching().contains(number)) {
                used |= reset.invoke(found -> found.use(now));
            }
            reset.execute(found -> found.expire(now));
        }
        return used;
    }

    @CommandHandler
    public void handle(WithdrawRecoveryCode command) {
        resets.load(PasswordReset.idOf(command.number())).execute(PasswordReset::withdraw);
    }
}
