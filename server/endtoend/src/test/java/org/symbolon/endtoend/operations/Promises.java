package org.symbolon.endtoend.operations;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.Store;

/** What clients were told, and what they asked for and were told nothing of, to hold a store to it. */
final class Promises {

    /** A token in the hands of the clients, who share it. */
    record Held(String serial, String pin, Device device, AtomicLong next) {

        String pass(long counter) {
            return pin + device.otp(counter);
        }
    }

    private final Map<String, Held> enrolled = new ConcurrentHashMap<>();
    private final List<Held> inOrder = new CopyOnWriteArrayList<>();
    private final Set<Store.Use> accepted = ConcurrentHashMap.newKeySet();
    private final Set<Store.Use> open = ConcurrentHashMap.newKeySet();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final Set<String> suspects = ConcurrentHashMap.newKeySet();

    void enrolled(Held token) {
        enrolled.put(token.serial(), token);
        inOrder.add(token);
    }

    /** One of those enrolled last, so that clients meet at the same token. */
    Held any(SplittableRandom random, int amongTheLast) {
        int size = inOrder.size();
        return inOrder.get(random.nextInt(Math.max(0, size - amongTheLast), size));
    }

    /** From now on nobody knows whether the value is used up, until there is an answer. */
    void asked(Store.Use use) {
        open.add(use);
    }

    void answered(Store.Use use, Answer answer) {
        if (answer.isAccepted()) {
            if (!accepted.add(use)) {
                broken.add("accepted twice: " + use);
                suspects.add(use.serial());
            }
        } else if (!answer.isRejected()) {
            broken.add("neither accepted nor rejected: " + answer.body());
        }
    }

    Held token(String serial) {
        return enrolled.get(serial);
    }

    Set<String> serials() {
        return enrolled.keySet();
    }

    Set<Store.Use> accepted() {
        return Set.copyOf(accepted);
    }

    /** What was asked for at any time. */
    Set<Store.Use> asked() {
        return Set.copyOf(open);
    }

    List<String> broken() {
        return new ArrayList<>(broken);
    }

    /** The tokens of which something broken was told. */
    Set<String> suspects() {
        return Set.copyOf(suspects);
    }

    /** The accepted values that were not accepted yet at an earlier time. */
    Set<Store.Use> acceptedSince(Set<Store.Use> earlier) {
        Set<Store.Use> since = new HashSet<>(accepted);
        since.removeAll(earlier);
        return since;
    }
}
