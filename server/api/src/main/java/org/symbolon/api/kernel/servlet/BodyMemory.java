package org.symbolon.api.kernel.servlet;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** What all bodies on their way may hold together, so that a crowd of large ones does not take the memory that answers need. */
@Component
final class BodyMemory {

    private static final int SHARE_OF_THE_HEAP = 8;

    private final AtomicLong left;

    BodyMemory() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_THE_HEAP);
    }

    BodyMemory(long bytes) {
        left = new AtomicLong(bytes);
    }

    /** Whether there was so much; then it must be given back. */
    boolean borrow(int bytes) {
        if (bytes == 0) {
            return true;
        }
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    void giveBack(int bytes) {
        left.addAndGet(bytes);
    }
}
