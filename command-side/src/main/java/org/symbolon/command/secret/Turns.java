package org.symbolon.command.secret;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.symbolon.command.error.Refusal;

/**
 * Lets only a few at a time do what is slow. Addresses take turns, and within an address the users who are asked about from
 * there, so that whoever asks for more than others waits for himself, and is refused himself where the line is full.
 */
final class Turns {

    private final int atOnce;
    private final int mostWaiting;
    private final int mostOfOnePayer;
    private final Map<String, LinkedHashMap<String, ArrayDeque<Waiter>>> waiting = new LinkedHashMap<>();
    private int running;
    private int inLine;
    private long refused;

    private static final class Waiter {
        private boolean called;
        private boolean refused;
    }

    /**
     * @param atOnce how many do it at a time
     * @param mostWaiting how many wait for it at most; then one of the address that has most of them makes place for others
     * @param mostOfOnePayer how many of those may be one payer's
     */
    Turns(int atOnce, int mostWaiting, int mostOfOnePayer) {
        this.atOnce = atOnce;
        this.mostWaiting = mostWaiting;
        this.mostOfOnePayer = mostOfOnePayer;
    }

    /** Does the work when it is the payer's turn. Refused are those who would wait behind too many. */
    <T> T take(Payer payer, Supplier<T> work) {
        await(payer);
        try {
            return work.get();
        } finally {
            leave();
        }
    }

    synchronized HashingLoad load() {
        return new HashingLoad(running, inLine, refused);
    }

    private synchronized void await(Payer payer) {
        if (running < atOnce) {
            running++;
            return;
        }
        ArrayDeque<Waiter> own = waiting.computeIfAbsent(payer.address(), address -> new LinkedHashMap<>())
                .computeIfAbsent(payer.user(), user -> new ArrayDeque<>());
        if (own.size() >= mostOfOnePayer || (inLine >= mostWaiting && !makesPlaceFor(payer.address()))) {
            removeIfEmpty(payer.address(), payer.user());
            refused++;
            throw Refusal.tooMany();
        }
        Waiter waiter = new Waiter();
        own.add(waiter);
        inLine++;
        boolean interrupted = false;
        while (!waiter.called) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (waiter.refused) {
            throw Refusal.tooMany();
        }
    }

    /** A full line sends somebody away from the address that has most in it, if that has more than the one who comes. */
    private boolean makesPlaceFor(String address) {
        String fullest = waiting.keySet().stream()
                .max(Comparator.comparingInt(this::waitingFrom))
                .orElseThrow();
        if (waitingFrom(fullest) <= waitingFrom(address) + 1) {
            return false;
        }
        LinkedHashMap<String, ArrayDeque<Waiter>> users = waiting.get(fullest);
        String user = users.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .orElseThrow()
                .getKey();
        Waiter last = users.get(user).removeLast();
        removeIfEmpty(fullest, user);
        last.called = true;
        last.refused = true;
        refused++;
        inLine--;
        notifyAll();
        return true;
    }

    private int waitingFrom(String address) {
        return waiting.get(address).values().stream().mapToInt(ArrayDeque::size).sum();
    }

    private synchronized void leave() {
        if (waiting.isEmpty()) {
            running--;
            return;
        }
        next().called = true;
        inLine--;
        notifyAll();
    }

    /** The first of the address whose turn it is, which then comes last, as its user does among its users. */
    private Waiter next() {
        String address = waiting.keySet().iterator().next();
        LinkedHashMap<String, ArrayDeque<Waiter>> users = waiting.remove(address);
        String user = users.keySet().iterator().next();
        ArrayDeque<Waiter> own = users.remove(user);
        Waiter first = own.remove();
        if (!own.isEmpty()) {
            users.put(user, own);
        }
        if (!users.isEmpty()) {
            waiting.put(address, users);
        }
        return first;
    }

    private void removeIfEmpty(String address, String user) {
        LinkedHashMap<String, ArrayDeque<Waiter>> users = waiting.get(address);
        if (users.get(user).isEmpty()) {
            users.remove(user);
        }
        if (users.isEmpty()) {
            waiting.remove(address);
        }
    }
}
