package org.symbolon.command.secret;

/**
 * The work that one Argon2id digest is, as a stored hash asks for it. A hash may come from another server and be weak;
 * it must not be so heavy that checking it stops this one.
 */
record Argon2Work(int memoryKib, int iterations, int lanes) {

    private static final int MOST_MEMORY_KIB = 1 << 20;
    private static final int MOST_LANES = 64;
    private static final long MOST_KIB_PASSES = 1L << 22;
    private static final int LEAST_KIB_PER_LANE = 8;

    boolean isReasonable() {
        return lanes >= 1
                && lanes <= MOST_LANES
                && iterations >= 1
                && memoryKib >= LEAST_KIB_PER_LANE * lanes
                && memoryKib <= MOST_MEMORY_KIB
                && (long) memoryKib * iterations <= MOST_KIB_PASSES;
    }
}
