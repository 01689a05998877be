package org.symbolon.store.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells the readers of the stream on this node that there may be something new. */
final class Wakeup {

    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

    /** One reader's view: a signal stays until it is taken. */
    static final class Subscription {

        private final ReentrantLock lock = new ReentrantLock();
        private final Condition signalled = lock.newCondition();
        private boolean pending = true;
        private Runnable callback = () -> {};

        void signal() {
            Runnable told;
            lock.lock();
            try {
                pending = true;
                signalled.signalAll();
                told = callback;
            } finally {
                lock.unlock();
            }
            told.run();
        }

        /** Whether there was a signal since it was last taken. */
        boolean takeSignal() {
            lock.lock();
            try {
                boolean taken = pending;
                pending = false;
                return taken;
            } finally {
                lock.unlock();
            }
        }

        /** Waits for a signal without taking it; answers whether there is one. */
        boolean await(Duration patience) throws InterruptedException {
            long left = patience.toNanos();
            lock.lock();
            try {
                while (!pending && left > 0) {
                    left = signalled.awaitNanos(left);
                }
                return pending;
            } finally {
                lock.unlock();
            }
        }

        void onSignal(Runnable told) {
            lock.lock();
            try {
                callback = told;
            } finally {
                lock.unlock();
            }
        }
    }

    Subscription subscribe() {
        Subscription subscription = new Subscription();
        subscriptions.add(subscription);
        return subscription;
    }

    void unsubscribe(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    void signalAll() {
        subscriptions.forEach(Subscription::signal);
    }
}
