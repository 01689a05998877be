package org.symbolon.command.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.machine.MachineAddress;
import org.symbolon.command.machine.application.MachineApplications;
import org.symbolon.command.machine.port.MachineTokens;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.token.AttachedMachine;

/**
 * Attaches tokens to machines. Which machine tokens there are is asked of the read model and not of the token, for a
 * machine resolver that goes takes those of its machines with it without a word to the tokens.
 */
public class MachineTokenCommands {

    private static final int MACHINE_ID = 255;
    private static final int OPTION = 64;
    private static final int MOST_OPTIONS = 1000;

    private final Tokens tokens;
    private final MachineTokens known;
    private final MachineApplications applications;
    private final IntSupplier nextNumber;

    public MachineTokenCommands(
            Tokens tokens, MachineTokens known, MachineApplications applications, IntSupplier nextNumber) {
        this.tokens = tokens;
        this.known = known;
        this.applications = applications;
        this.nextNumber = nextNumber;
    }

    /** The number of the machine token. */
    @CommandHandler
    public int handle(AttachToken command) {
        applications.require(command.application()).check(command.options());
        checkLengths(command.options());
        Aggregate<Token> token = tokens.load(command.serial());
        AttachedMachine machine = command.machine() == null ? null : attached(command.machine());
        int number = nextNumber.getAsInt();
        token.execute(found -> found.attach(number, command.application(), machine, command.options()));
        return number;
    }

    private AttachedMachine attached(MachineAddress machine) {
        Limits.check("machineid", machine.id(), MACHINE_ID);
        int resolver = known.resolverNumber(machine.resolver())
                .orElseThrow(() -> Refusal.notFound("The requested MachineResolver could not be found."));
        return new AttachedMachine(machine.resolver(), resolver, machine.id());
    }

    private static void checkLengths(Map<String, String> options) {
        if (options.size() > MOST_OPTIONS) {
            throw Refusal.parameter("There can be " + MOST_OPTIONS + " options at most");
        }
        options.forEach((name, value) -> {
            Limits.check(name, name, OPTION);
            Limits.check(name, value, OPTION);
        });
    }

    /** How many machine tokens are gone. */
    @CommandHandler
    public int handle(DetachToken command) {
        Aggregate<Token> token = tokens.load(command.serial());
        int detached = 0;
        for (int number : command.machineTokens()) {
            if (known.find(command.serial(), number).isPresent()) {
                token.execute(found -> found.detach(number));
                detached++;
            }
        }
        return detached;
    }

    @CommandHandler
    public ChangedOptions handle(ChangeMachineTokenOptions command) {
        checkLengths(command.options());
        Aggregate<Token> token = tokens.load(command.serial());
        ChangedOptions changed = new ChangedOptions(0, 0);
        for (int number : command.machineTokens()) {
            Optional<MachineTokens.Known> machineToken = known.find(command.serial(), number);
            if (machineToken.isPresent()) {
                changed = changed.plus(change(token, number, machineToken.get(), command.options()));
            }
        }
        return changed;
    }

    private ChangedOptions change(
            Aggregate<Token> token, int number, MachineTokens.Known machineToken, Map<String, String> options) {
        applications.find(machineToken.application()).ifPresent(application -> application.check(options));
        Map<String, String> set = new TreeMap<>();
        List<String> removed = new ArrayList<>();
        options.forEach((name, value) -> {
            if (!value.isEmpty()) {
                set.put(name, value);
            } else if (machineToken.optionKeys().contains(name)) {
                removed.add(name);
            }
        });
        if (!set.isEmpty()) {
            token.execute(found -> found.setMachineOptions(number, set));
        }
        if (!removed.isEmpty()) {
            token.execute(found -> found.removeMachineOptions(number, removed));
        }
        return new ChangedOptions(set.size(), removed.size());
    }
}
