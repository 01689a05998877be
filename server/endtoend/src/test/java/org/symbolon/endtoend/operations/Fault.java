package org.symbolon.endtoend.operations;

import java.util.Arrays;
import java.util.List;

/** What befalls an installation, and how whoever runs it sets it right. A database that ended is nobody's work: it comes back. */
enum Fault {
    SERVER_KILLED {
        @Override
        void befall(Installation victim, int node) {
            victim.server(node).kill();
        }

        @Override
        void mend(Installation victim, int node) {
            victim.startWhatIsDown();
        }
    },

    SERVER_STOPPED {
        @Override
        void befall(Installation victim, int node) {
            victim.server(node).close();
        }

        @Override
        void mend(Installation victim, int node) {
            victim.startWhatIsDown();
        }
    },

    SERVER_PAUSED(true) {
        @Override
        void befall(Installation victim, int node) {
            victim.server(node).signal("STOP");
        }

        @Override
        void mend(Installation victim, int node) {
            victim.server(node).signal("CONT");
        }
    },

    DATABASE_KILLED {
        @Override
        void befall(Installation victim, int node) {
            victim.database().kill();
        }
    },

    CONNECTION_KILLED {
        @Override
        void befall(Installation victim, int node) {
            victim.database().killOne();
        }
    },

    DATABASE_STOPPED {
        @Override
        void befall(Installation victim, int node) {
            victim.database().stop();
        }
    },

    DATABASE_PAUSED(true) {
        @Override
        void befall(Installation victim, int node) {
            victim.database().signal("STOP");
        }

        @Override
        void mend(Installation victim, int node) {
            victim.database().signal("CONT");
        }
    },

    DATABASE_KILLED_THEN_SERVER {
        @Override
        void befall(Installation victim, int node) {
            victim.database().kill();
            victim.server(node).kill();
        }

        @Override
        void mend(Installation victim, int node) {
            victim.startWhatIsDown();
        }
    },

    SERVER_KILLED_THEN_DATABASE {
        @Override
        void befall(Installation victim, int node) {
            victim.server(node).kill();
            victim.database().kill();
        }

        @Override
        void mend(Installation victim, int node) {
            victim.startWhatIsDown();
        }
    },

    DISK_FULL(true) {
        @Override
        boolean canBefall(Installation victim) {
            return victim.hasDiskOfItsOwn();
        }

        @Override
        void befall(Installation victim, int node) {
            victim.disk().fill();
        }

        @Override
        void mend(Installation victim, int node) {
            victim.disk().free();
        }
    };

    private final boolean lasts;

    Fault() {
        this(false);
    }

    Fault(boolean lasts) {
        this.lasts = lasts;
    }

    static List<Fault> thatCanBefall(Installation victim) {
        return Arrays.stream(values()).filter(fault -> fault.canBefall(victim)).toList();
    }

    boolean canBefall(Installation victim) {
        return true;
    }

    /** Whether it goes on for a while, in place of being over at once. */
    boolean lasts() {
        return lasts;
    }

    abstract void befall(Installation victim, int node);

    void mend(Installation victim, int node) {}
}
