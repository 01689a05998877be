package org.symbolon.api.kernel.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.coyote.BadRequestException;

/**
 * A body on its way. Tomcat calls whenever some of it is there, so that no thread waits for the rest. What is more than any
 * request may have is read and dropped: the client listens only when it has sent everything.
 */
final class ArrivingBody implements ReadListener {

    private static final int PIECE = 8 << 10;

    private final AsyncContext request;
    private final ServletInputStream input;
    private final ByteArrayOutputStream kept;
    private final int most;
    private final BodyMemory memory;
    private final long began = System.nanoTime();
    private final Consumer<ArrivingBody> whenThere;
    private final Consumer<ArrivingBody> whenBroken;
    private long arrived;
    private int borrowed;
    private boolean over;
    private boolean crowdedOut;

    /**
     * @param first what was at hand at once
     * @param most how many bytes are kept
     * @param memory where what is kept beyond the first piece is borrowed from
     * @param whenThere told when all has come
     * @param whenBroken told when the rest will not come
     */
    ArrivingBody(
            AsyncContext request,
            ServletInputStream input,
            byte[] first,
            int most,
            BodyMemory memory,
            Consumer<ArrivingBody> whenThere,
            Consumer<ArrivingBody> whenBroken) {
        this.request = request;
        this.input = input;
        this.most = most;
        this.memory = memory;
        this.whenThere = whenThere;
        this.whenBroken = whenBroken;
        kept = new ByteArrayOutputStream(first.length);
        keep(first, first.length);
    }

    @Override
    public void onDataAvailable() throws IOException {
        try {
            readWhatIsThere();
        } catch (BadRequestException malformed) {
            MalformedRequestPage.send(request.getRequest());
            throw malformed;
        }
    }

    private synchronized void readWhatIsThere() throws IOException {
        byte[] piece = new byte[PIECE];
        while (!over && input.isReady() && !input.isFinished()) {
            int read = input.read(piece);
            if (read > 0) {
                keep(piece, read);
            }
        }
    }

    private void keep(byte[] piece, int length) {
        arrived += length;
        int wanted = Math.min(length, most - kept.size());
        int toBorrow = Math.max(0, kept.size() + wanted - PIECE - borrowed);
        if (crowdedOut || !memory.borrow(toBorrow)) {
            crowdedOut = true;
            return;
        }
        borrowed += toBorrow;
        kept.write(piece, 0, wanted);
    }

    @Override
    public void onAllDataRead() {
        if (end()) {
            whenThere.accept(this);
        }
    }

    /** The connection broke, or is broken now: nobody listens any more. */
    @Override
    public void onError(Throwable failure) {
        if (end()) {
            whenBroken.accept(this);
        }
    }

    /** Whether it was still on its way. Nothing more is read of it then. */
    synchronized boolean end() {
        if (over) {
            return false;
        }
        over = true;
        memory.giveBack(borrowed);
        return true;
    }

    synchronized long arrived() {
        return arrived;
    }

    long age() {
        return System.nanoTime() - began;
    }

    AsyncContext request() {
        return request;
    }

    byte[] bytes() {
        return kept.toByteArray();
    }

    /** Whether other bodies took the memory that this one needed. */
    boolean isCrowdedOut() {
        return crowdedOut;
    }
}
