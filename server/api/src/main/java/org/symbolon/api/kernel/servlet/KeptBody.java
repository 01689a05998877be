package org.symbolon.api.kernel.servlet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.symbolon.api.kernel.spool.Spool;
import org.symbolon.api.kernel.spool.StoredBytes;

/** Where the bytes of a body are kept, up to one more than may be, so that one can see that they are too many. */
interface KeptBody {

    /** Whether there was room for the first bytes of the piece, or they are too many anyway. */
    boolean add(byte[] piece, int length);

    /** What there is, when all has come. */
    StoredBytes bytes();

    /** Called when nothing more comes. */
    void ended();

    /** Called when nobody wants to read it any more. */
    void drop();

    /** Whether it may take as long as a large file does. */
    boolean isLarge();

    /** Whether it is no larger than it may be, as far as that can be told here. */
    default boolean isWhole() {
        return true;
    }

    /** Where there is no room at all. */
    KeptBody NOWHERE = new KeptBody() {
        @Override
        public boolean add(byte[] piece, int length) {
            return length == 0;
        }

        @Override
        public StoredBytes bytes() {
            return StoredBytes.of(new byte[0]);
        }

        @Override
        public void ended() {}

        @Override
        public void drop() {}

        @Override
        public boolean isLarge() {
            return true;
        }
    };

    /** In memory, of which what is more than the first piece is borrowed until all has come. */
    final class InMemory implements KeptBody {

        private final ByteArrayOutputStream kept;
        private final BodyMemory memory;
        private final int most;
        private final int free;
        private int borrowed;

        /** @param free how many bytes need not be borrowed */
        InMemory(BodyMemory memory, int atOnce, int most, int free) {
            this.kept = new ByteArrayOutputStream(atOnce);
            this.memory = memory;
            this.most = most;
            this.free = free;
        }

        @Override
        public boolean add(byte[] piece, int length) {
            int wanted = Math.min(length, most - kept.size());
            int toBorrow = Math.max(0, kept.size() + wanted - free - borrowed);
            if (!memory.borrow(toBorrow)) {
                return false;
            }
            borrowed += toBorrow;
            kept.write(piece, 0, wanted);
            return true;
        }

        @Override
        public StoredBytes bytes() {
            return StoredBytes.of(kept.toByteArray());
        }

        @Override
        public void ended() {
            memory.giveBack(borrowed);
        }

        @Override
        public void drop() {}

        @Override
        public boolean isLarge() {
            return false;
        }
    }

    /** In a file. */
    final class InSpool implements KeptBody {

        private final Spool spool;
        private final long most;
        private final Runnable whenDropped;
        private boolean dropped;

        InSpool(Spool spool, long most, Runnable whenDropped) {
            this.spool = spool;
            this.most = most;
            this.whenDropped = whenDropped;
        }

        @Override
        public boolean add(byte[] piece, int length) {
            try {
                spool.write(piece, (int) Math.min(length, most - spool.length()));
                return true;
            } catch (IOException full) {
                return false;
            }
        }

        @Override
        public StoredBytes bytes() {
            return spool;
        }

        @Override
        public void ended() {}

        @Override
        public synchronized void drop() {
            if (!dropped) {
                dropped = true;
                spool.close();
                whenDropped.run();
            }
        }

        @Override
        public boolean isLarge() {
            return true;
        }

        @Override
        public boolean isWhole() {
            return spool.length() < most;
        }
    }
}
