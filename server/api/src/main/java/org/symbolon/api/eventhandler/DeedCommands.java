package org.symbolon.api.eventhandler;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.command.audit.RecordRequest;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.CauseEffects;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.machine.FoundMachine;
import org.symbolon.command.machine.MachineAddress;
import org.symbolon.command.machine.MachineDirectory;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.sending.Correlation;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.AttachToken;
import org.symbolon.command.token.ChangePins;
import org.symbolon.command.token.ChangeTokenRealms;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.token.Enrolled;
import org.symbolon.command.token.EnrolmentEvidence;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.events.shared.Secret;

/**
 * Sends what a handler wants decided: commands as any others, but as the handler's, so that history and audit lead back to it. The row
 * of the audit is part of the last commit, or one of its own where there is none.
 */
@Component
class DeedCommands {

    private static final Logger LOG = LoggerFactory.getLogger(DeedCommands.class);
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final CommandSender sender;
    private final Correlation correlation;
    private final EnrolmentEvidence evidence;
    private final PinVerifier pins;
    private final Randomness chance;
    private final MachineDirectory machines;

    DeedCommands(
            CommandSender sender,
            Correlation correlation,
            EnrolmentEvidence evidence,
            PinVerifier pins,
            Randomness chance,
            MachineDirectory machines) {
        this.sender = sender;
        this.correlation = correlation;
        this.evidence = evidence;
        this.pins = pins;
        this.chance = chance;
        this.machines = machines;
    }

    /**
     * One command of a handler.
     *
     * @param then what follows from its result, after the commit
     * @param mayFail whether a refusal is noted and no more
     * @param undo what is taken back where it comes to nothing
     */
    private record Sent(Supplier<?> command, Consumer<Object> then, boolean mayFail, Runnable undo) {

        static Sent of(Supplier<?> command, boolean mayFail) {
            return new Sent(command, result -> {}, mayFail, () -> {});
        }
    }

    /** Sends all of it. */
    void send(List<Deed> deeds, HandlerRun run, DeedRecord about) {
        ApiRequest request = run.request();
        Iterator<Sent> commands = commands(deeds, run, about).iterator();
        if (!commands.hasNext()) {
            sender.send(origin(request, about), () -> new RecordRequest(about.fact()));
            return;
        }
        while (commands.hasNext()) {
            Sent next = commands.next();
            boolean last = !commands.hasNext();
            try {
                next.then().accept(resultOrUndone(next, last, request, about));
            } catch (Refusal refusal) {
                if (!next.mayFail()) {
                    throw refusal;
                }
                about.failed(refusal.getMessage());
                if (last) {
                    sender.send(origin(request, about), () -> new RecordRequest(about.fact()));
                }
            }
        }
    }

    private Object resultOrUndone(Sent sent, boolean last, ApiRequest request, DeedRecord about) {
        try {
            return result(sent, last, request, about);
        } catch (RuntimeException failure) {
            sent.undo().run();
            throw failure;
        }
    }

    private Object result(Sent sent, boolean last, ApiRequest request, DeedRecord about) {
        AtomicReference<Object> result = new AtomicReference<>();
        sender.<Object>sendAudited(origin(request, about), sent.command(), decided -> {
            result.set(decided);
            return last ? about.fact() : null;
        });
        return result.get();
    }

    /** What cannot be recorded does not hide what has failed. */
    void recordFailure(DeedRecord about) {
        RequestAnswered fact = about.fact();
        try {
            sender.send(origin(about.request(), about), () -> new RecordRequest(fact));
        } catch (RuntimeException away) {
            LOG.warn(
                    "The audit was not told of {}: {}",
                    about.listener().actor(),
                    away.getClass().getName());
        }
    }

    private Map<String, Object> origin(ApiRequest request, DeedRecord about) {
        return correlation.ofReaction(about.listener().actor(), request.id(), request.client(), request.userAgent());
    }

    private List<Sent> commands(List<Deed> deeds, HandlerRun run, DeedRecord about) {
        List<Sent> commands = new ArrayList<>();
        List<CauseEffects.Caused> causes = new ArrayList<>();
        for (Deed deed : deeds) {
            if (deed instanceof Deed.Order order) {
                commands.add(Sent.of(order::command, order.mayFail()));
            } else if (deed instanceof Deed.Cause cause) {
                causes.add(new CauseEffects.Caused(cause.effect(), cause.serial()));
            } else if (deed instanceof Deed.RandomPin pin) {
                commands.add(randomPin(pin, run));
            } else if (deed instanceof Deed.Attach attachment) {
                commands.add(Sent.of(() -> attach(attachment), true));
            } else if (deed instanceof Deed.Enrol enrolment) {
                commands.add(enrol(enrolment, run.request(), about));
            }
        }
        if (!causes.isEmpty()) {
            CauseEffects planned = new CauseEffects(about.listener().id(), causes);
            commands.add(Sent.of(() -> planned, false));
        }
        return commands;
    }

    /** It is hashed before anything is locked, and told to whoever is answered. */
    private Sent randomPin(Deed.RandomPin wanted, HandlerRun run) {
        Secret pin = Secret.of(chance.text(wanted.length(), LETTERS));
        ChangePins command = new ChangePins(wanted.serial(), PinToKeep.hashed(pins.hash(pin)), null, null);
        return new Sent(
                () -> command,
                result -> run.change(List.of("detail", "pin"), Optional.of(pin.reveal())),
                false,
                () -> {});
    }

    private AttachToken attach(Deed.Attach wanted) {
        return new AttachToken(
                wanted.serial(),
                wanted.application(),
                wanted.machine().isEmpty() ? null : machine(wanted.machine()),
                wanted.options());
    }

    private MachineAddress machine(String id) {
        List<MachineAddress> found = machines.machines("").stream()
                .map(FoundMachine::address)
                .filter(address -> address.id().equals(id))
                .toList();
        if (found.size() != 1) {
            throw Refusal.notFound("The requested machine could not be found.");
        }
        return found.get(0);
    }

    private Sent enrol(Deed.Enrol wanted, ApiRequest request, DeedRecord about) {
        AtomicReference<EnrollToken> latest = new AtomicReference<>(wanted.command());
        Supplier<?> prepared = () -> latest.updateAndGet(evidence::prepared);
        return new Sent(
                prepared,
                result -> {
                    if (!wanted.realm().isEmpty()) {
                        putInto(wanted, ((Enrolled) result).serial(), request, about);
                    }
                },
                false,
                () -> evidence.takeBack(latest.get()));
    }

    private void putInto(Deed.Enrol wanted, String serial, ApiRequest request, DeedRecord about) {
        TreeSet<String> realms = new TreeSet<>(List.of(wanted.realm()));
        realms.add(wanted.command().owner().realm());
        sender.send(origin(request, about), () -> new ChangeTokenRealms(serial, List.copyOf(realms)));
    }
}
