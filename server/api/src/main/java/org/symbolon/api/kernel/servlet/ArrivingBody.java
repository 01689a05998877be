package org.symbolon.api.kernel.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.coyote.BadRequestException;

/**
 * A body on its way. Tomcat calls whenever some of it is there, so that no thread waits for the rest. What is more than any
 * request may have is read and dropped: the client listens only when it has sent everything.
 */
final class ArrivingBody implements ReadListener {

    static final int PIECE = 8 << 10;

    private final AsyncContext request;
    private final ServletInputStream input;
    private final KeptBody kept;
    private final long began = System.nanoTime();
    private final Consumer<ArrivingBody> whenThere;
    private final Consumer<ArrivingBody> whenBroken;
    private long arrived;
    private boolean over;
    private boolean crowdedOut;

    /**
     * @param first what was at hand at once
     * @param kept where it is kept
     * @param whenThere told when all has come
     * @param whenBroken told when the rest will not come
     */
    ArrivingBody(
            AsyncContext request,
            ServletInputStream input,
            byte[] first,
            KeptBody kept,
            Consumer<ArrivingBody> whenThere,
            Consumer<ArrivingBody> whenBroken) {
        this.request = request;
        this.input = input;
        this.kept = kept;
        this.whenThere = whenThere;
        this.whenBroken = whenBroken;
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
        crowdedOut = crowdedOut || !kept.add(piece, length);
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
        kept.ended();
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

    KeptBody kept() {
        return kept;
    }

    /** Whether other bodies took the memory that this one needed. */
    boolean isCrowdedOut() {
        return crowdedOut;
    }
}
